import NIOCore

/// The values for a statement's `$1`, `$2`, … in their order, in Postgres's binary format, in one stretch of bytes.
/// `nil` binds NULL.
package struct Parameters: Sendable {
    /// Postgres's own limit: the count is 16 bits on the wire.
    package static let maximumCount = 65_535

    var bytes: [UInt8] = []
    /// The length of each value; -1 for NULL.
    var lengths: [Int32] = []
    /// The places of the values that go as text. They have a NUL after them, which isn't counted.
    var asText: [Int] = []

    /// - Parameters:
    ///   - count: how many values will come, if known.
    ///   - byteCount: how long they will be altogether, about.
    package init(reserving count: Int = 4, byteCount: Int = 64) {
        lengths.reserveCapacity(count)
        bytes.reserveCapacity(byteCount)
    }

    package var count: Int { lengths.count }

    package mutating func null() {
        end(length: -1)
    }

    /// A `text` or `varchar`. U+0000 can't be stored; the server answers 22021.
    package mutating func text(_ value: String?) {
        guard var value else { return null() }
        let start = bytes.count
        value.withUTF8 { bytes.append(contentsOf: $0) }
        end(from: start)
    }

    /// A `text` or `varchar` from UTF-8.
    package mutating func text(bytes value: ByteBuffer?) {
        guard let value else { return null() }
        append(value)
        end(length: Int32(value.readableBytes))
    }

    /// A `bytea`.
    package mutating func bytea(_ value: ByteBuffer?) {
        text(bytes: value)
    }

    package mutating func int8(_ value: Int64?) {
        integer(value)
    }

    package mutating func int4(_ value: Int32?) {
        integer(value)
    }

    package mutating func bool(_ value: Bool?) {
        integer(value.map { $0 ? UInt8(1) : 0 })
    }

    package mutating func float8(_ value: Double?) {
        integer(value?.bitPattern)
    }

    package mutating func uuid(_ value: RecordID?) {
        guard let value else { return null() }
        append(value)
        end(length: 16)
    }

    /// A `timestamptz`: microseconds since 2000-01-01 00:00 UTC.
    package mutating func timestamp(_ value: Int64?) {
        integer(value)
    }

    /// A `time`: microseconds since midnight.
    package mutating func time(_ value: Int64?) {
        integer(value)
    }

    /// An `interval` of so many microseconds, without days and months.
    package mutating func interval(_ value: Int64?) {
        guard let value else { return null() }
        let start = bytes.count
        append(value)
        append(Int64(0))
        end(from: start)
    }

    /// A `date`: days since 2000-01-01.
    package mutating func date(_ value: Int32?) {
        integer(value)
    }

    /// A `jsonb` from the text of the document.
    package mutating func jsonb(_ value: ByteBuffer?) {
        guard let value else { return null() }
        bytes.append(1)  // The version of the binary format, the only one there is.
        append(value)
        end(length: Int32(value.readableBytes + 1))
    }

    /// A `numeric` from its decimal text, `-12.50`, so that nothing is rounded on the way.
    package mutating func numeric(text value: String?) {
        guard let value else { return null() }
        let start = bytes.count
        bytes.append(contentsOf: value.utf8.prefix { $0 != 0 })
        asText.append(lengths.count)
        end(from: start)
        bytes.append(0)
    }
}

extension Parameters {
    /// A `uuid[]`.
    package mutating func uuidArray(_ values: [RecordID]) {
        let start = bytes.count
        bytes.reserveCapacity(start + 20 + values.count * 20)
        arrayHead(of: .uuid, count: values.count)
        for value in values {
            append(Int32(16))
            append(value)
        }
        end(from: start)
    }

    /// A `text[]`.
    package mutating func textArray(_ values: [String]) {
        let start = bytes.count
        arrayHead(of: .text, count: values.count)
        for var value in values {
            value.withUTF8 {
                append(Int32($0.count))
                bytes.append(contentsOf: $0)
            }
        }
        end(from: start)
    }

    /// Postgres: src/backend/utils/adt/arrayfuncs.c, array_recv. An empty array has no dimension.
    private mutating func arrayHead(of element: PostgresType, count: Int) {
        append(Int32(count == 0 ? 0 : 1))
        append(Int32(0))  // No NULL among the elements.
        append(element.rawValue)
        guard count > 0 else { return }
        append(Int32(count))
        append(Int32(1))  // The first index.
    }

    private mutating func integer(_ value: (some FixedWidthInteger)?) {
        guard let value else { return null() }
        let start = bytes.count
        append(value)
        end(from: start)
    }

    private mutating func append(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ value: RecordID) {
        append(value.high)
        append(value.low)
    }

    private mutating func append(_ value: ByteBuffer) {
        value.withUnsafeReadableBytes { bytes.append(contentsOf: $0) }
    }

    private mutating func end(from start: Int) {
        end(length: Int32(bytes.count - start))
    }

    private mutating func end(length: Int32) {
        precondition(lengths.count < Self.maximumCount, "more parameters than the protocol can count")
        lengths.append(length)
    }
}
