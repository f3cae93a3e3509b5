extension JSONReader {
    /// Goes past the string that starts here and returns its text.
    mutating func readString() throws(JSONError) -> String {
        let (range, isEscaped) = try scanString()
        if isEscaped { return unescape(range) }
        return bytes.withUnsafeBytes { String(decoding: $0[range], as: UTF8.self) }
    }

    /// Goes past the string that starts here, checks all of it, and returns where its text stands between the quotes.
    mutating func scanString() throws(JSONError) -> (text: Range<Int>, isEscaped: Bool) {
        let start = position + 1
        var isEscaped = false
        position = start
        while true {
            position = bytes.withUnsafeBytes { JSONText.plainEnd($0, from: position) }
            guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return (start..<position - 1, isEscaped)
            case UInt8(ascii: "\\"):
                isEscaped = true
                try scanEscape()
            case 0..<0x20: throw JSONError(.controlCharacter, at: position)
            default: throw JSONError(.invalidUTF8, at: position)
            }
        }
    }

    private mutating func scanEscape() throws(JSONError) {
        let start = position
        guard start + 1 < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
        position += 2
        guard bytes[start + 1] == UInt8(ascii: "u") else {
            guard Self.unescaped(bytes[start + 1]) != nil else { throw JSONError(.invalidEscape, at: start) }
            return
        }
        let unit = try scanHexadecimal()
        if unit == 0 { containsNUL = true }
        guard unit & 0xF800 == 0xD800 else { return }
        guard unit < 0xDC00, bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
            throw JSONError(.loneSurrogate, at: start)
        }
        position += 2
        guard try scanHexadecimal() & 0xFC00 == 0xDC00 else { throw JSONError(.loneSurrogate, at: start) }
    }

    private mutating func scanHexadecimal() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
            guard let digit = Self.hexadecimal(bytes[position]) else { throw JSONError(.invalidEscape, at: position) }
            value = value << 4 | digit
            position += 1
        }
        return value
    }

    /// The text of a scanned string that has escapes in it.
    private func unescape(_ range: Range<Int>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "\\") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            if let byte = Self.unescaped(bytes[index + 1]) {
                text.append(byte)
                index += 2
            } else {
                let scalar = scalar(atEscape: &index)
                UTF8.encode(scalar).map { text.append(contentsOf: $0) }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The scalar of a scanned `\u` escape or pair of them; `index` goes past it.
    private func scalar(atEscape index: inout Int) -> Unicode.Scalar {
        func unit(_ start: Int) -> UInt32 {
            bytes[start..<start + 4].reduce(0) { $0 << 4 | (Self.hexadecimal($1) ?? 0) }
        }
        let first = unit(index + 2)
        index += 6
        guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        let second = unit(index + 2)
        index += 6
        return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)) ?? "\u{FFFD}"
    }

    private static func unescaped(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
