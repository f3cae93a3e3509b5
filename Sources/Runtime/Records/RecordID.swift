/// The key of a record: a UUID (RFC 9562) as its 16 bytes, big-endian, so that order is the order of the text.
package struct RecordID: Hashable, Comparable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package static func < (left: RecordID, right: RecordID) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }

    /// A UUID from its 16 bytes as Postgres sends them in binary; `nil` unless there are 16.
    package init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 16 else { return nil }
        self.high = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        self.low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }

    /// A UUID from its usual text, `8-4-4-4-12` hexadecimal digits in either case. Nothing else is taken: no braces,
    /// no `urn:uuid:`, no missing dashes.
    package init?(_ text: some StringProtocol) {
        let parsed: RecordID? =
            text.utf8.withContiguousStorageIfAvailable { RecordID(text: UnsafeRawBufferPointer($0)) }
            ?? Array(text.utf8).withUnsafeBytes { RecordID(text: $0) }
        guard let parsed else { return nil }
        self = parsed
    }

    /// A UUID from the bytes of its usual text.
    package init?(text: UnsafeRawBufferPointer) {
        guard text.count == 36 else { return nil }
        var words: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for index in 0..<36 {
            let byte = text[index]
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Self.digit(byte) else { return nil }
            if digits < 16 {
                words.0 = words.0 << 4 | digit
            } else {
                words.1 = words.1 << 4 | digit
            }
            digits += 1
        }
        self.high = words.0
        self.low = words.1
    }

    private static func digit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

extension RecordID: CustomStringConvertible {
    /// The usual text in lower case, 36 characters.
    package var description: String {
        String(unsafeUninitializedCapacity: 36) { target in
            write(to: UnsafeMutableRawBufferPointer(target))
            return 36
        }
    }

    /// Writes the 36 bytes of the usual text to the start of `target`, which must have room for them.
    package func write(to target: UnsafeMutableRawBufferPointer) {
        precondition(target.count >= 36, "a UUID is 36 bytes of text")
        let hexadecimal: StaticString = "0123456789abcdef"
        let digits = hexadecimal.utf8Start
        var offset = 0
        for index in 0..<32 {
            if index == 8 || index == 12 || index == 16 || index == 20 {
                target[offset] = UInt8(ascii: "-")
                offset += 1
            }
            let word = index < 16 ? high : low
            let shift = UInt64(60 - (index % 16) * 4)
            target[offset] = digits[Int(word >> shift & 0xF)]
            offset += 1
        }
    }
}
