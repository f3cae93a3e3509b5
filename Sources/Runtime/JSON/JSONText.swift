/// Scans of the bytes of text that the reader and the writer share.
enum JSONText {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// The first offset from `start` whose byte can't stand in a JSON string as it is: a quote, a backslash, a control
    /// character, or the first byte of a sequence that is not UTF-8. `bytes.count` when there is none.
    static func plainEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if bytes.count - index >= 8, isPlainASCII(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += 8
                continue
            }
            let byte = bytes[index]
            if byte < 0x80 {
                if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
                index += 1
            } else {
                let length = sequenceLength(bytes, at: index)
                if length == 0 { return index }
                index += length
            }
        }
        return index
    }

    /// Whether none of eight bytes is a control character, a quote, a backslash or outside ASCII.
    /// A borrow between bytes can only make it say "no" too often.
    @inline(__always)
    private static func isPlainASCII(_ word: UInt64) -> Bool {
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let control = (word &- (ones &* 0x20)) & ~word
        let special = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
        return (word | control | special) & tops == 0
    }

    /// The length (2…4) of the well-formed UTF-8 sequence outside ASCII that starts at `index`; 0 when there is none
    /// (RFC 3629 section 4: no overlong form, no surrogate, nothing above U+10FFFF).
    static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
        let lead = bytes[index]
        let left = bytes.count - index
        guard lead >= 0xC2, lead <= 0xF4, left >= 2 else { return 0 }
        let second = bytes[index + 1]
        if lead < 0xE0 { return isContinuation(second) ? 2 : 0 }
        guard secondByteRange(after: lead).contains(second), left >= 3, isContinuation(bytes[index + 2]) else {
            return 0
        }
        if lead < 0xF0 { return 3 }
        return left >= 4 && isContinuation(bytes[index + 3]) ? 4 : 0
    }

    private static func isContinuation(_ byte: UInt8) -> Bool {
        byte & 0xC0 == 0x80
    }

    private static func secondByteRange(after lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }
}

extension JSONText {
    /// Whether all of `bytes` is one JSON number (RFC 8259 section 6).
    static func isNumber(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        func skipDigits() -> Int {
            let start = index
            while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
            return index - start
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
        let first = index
        let whole = skipDigits()
        guard whole == 1 || whole > 1 && bytes[first] != UInt8(ascii: "0") else { return false }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            guard skipDigits() > 0 else { return false }
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            guard skipDigits() > 0 else { return false }
        }
        return index == bytes.count
    }
}
