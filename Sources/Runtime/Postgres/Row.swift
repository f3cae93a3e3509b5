/// One row of an answer in Postgres's binary format. Keeps the whole answer alive.
///
/// A value that is NULL, a column that isn't there and a value of another length than its type has all give `nil`;
/// whether it is NULL is told by `isNull`. Nothing traps on what the server sends.
package struct Row: Sendable {
    let result: ResultHandle
    let index: Int

    /// Whether the value is NULL or the column isn't there.
    package func isNull(_ column: Int) -> Bool {
        result.isNull(row: index, column: column)
    }

    /// The bytes of the value, which are valid inside `body` only. `nil` for NULL.
    package func withBytes<R>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R? {
        try withExtendedLifetime(result) {
            guard let bytes = result.value(row: index, column: column) else { return nil }
            return try body(bytes)
        }
    }

    /// A `text`, `varchar` or `bpchar`; text that isn't UTF-8, which Postgres never sends, is repaired.
    package func string(_ column: Int) -> String? {
        withBytes(column) { String(decoding: $0, as: UTF8.self) }
    }

    /// An `int2`, `int4` or `int8`, told apart by length.
    package func int64(_ column: Int) -> Int64? {
        withBytes(column) { bytes -> Int64? in
            switch bytes.count {
            case 8: Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
            case 4: Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
            case 2: Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
            default: nil
            }
        } ?? nil
    }

    /// A `bool`.
    package func bool(_ column: Int) -> Bool? {
        withBytes(column) { $0.count == 1 ? $0[0] != 0 : nil } ?? nil
    }

    /// A `float8` or `float4`.
    package func double(_ column: Int) -> Double? {
        withBytes(column) { bytes -> Double? in
            switch bytes.count {
            case 8: Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)))
            case 4: Double(Float(bitPattern: UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))))
            default: nil
            }
        } ?? nil
    }

    /// A `uuid`.
    package func uuid(_ column: Int) -> RecordID? {
        withBytes(column) { RecordID(bytes: $0) } ?? nil
    }

    /// A `timestamptz` or `timestamp`: microseconds since 2000-01-01 00:00 UTC. The extremes of `Int64` are Postgres's
    /// `infinity` and `-infinity`.
    package func timestamp(_ column: Int) -> Int64? {
        withBytes(column) { $0.count == 8 ? Int64(bigEndian: $0.loadUnaligned(as: Int64.self)) : nil } ?? nil
    }

    /// A `time`: microseconds since midnight.
    package func time(_ column: Int) -> Int64? {
        timestamp(column)
    }

    /// An `interval` in microseconds; a month of it, which none of ours has, counts as 30 days, as Postgres compares it.
    /// `nil` for one of more microseconds than `Int64` counts, as `infinity` is.
    package func duration(_ column: Int) -> Int64? {
        withBytes(column) { bytes -> Int64? in
            guard bytes.count == 16 else { return nil }
            let time = Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
            let days = Int64(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: Int32.self)))
            let months = Int64(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: 12, as: Int32.self)))
            let (length, isTooLong) = (days + months * 30).multipliedReportingOverflow(by: 86_400_000_000)
            let (sum, overflow) = time.addingReportingOverflow(length)
            return isTooLong || overflow ? nil : sum
        } ?? nil
    }

    /// A `date`: days since 2000-01-01. The extremes of `Int32` are Postgres's `infinity` and `-infinity`.
    package func date(_ column: Int) -> Int32? {
        withBytes(column) { $0.count == 4 ? Int32(bigEndian: $0.loadUnaligned(as: Int32.self)) : nil } ?? nil
    }

    /// The text of a `jsonb` document, which is valid inside `body` only. `nil` for NULL and for a version of the format
    /// other than 1, the only one there is.
    package func jsonb<R>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R? {
        let outcome: R?? = try withBytes(column) { bytes in
            guard bytes.first == 1 else { return nil }
            return try body(UnsafeRawBufferPointer(rebasing: bytes.dropFirst()))
        }
        return outcome ?? nil
    }
}
