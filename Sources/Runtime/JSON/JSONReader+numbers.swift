extension JSONReader {
    /// Goes past a number and returns where it stands (RFC 8259 section 6).
    mutating func scanNumber() throws(JSONError) -> Range<Int> {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let first = position
        try scanDigits()
        if bytes[first] == UInt8(ascii: "0"), position - first > 1 { throw JSONError(.invalidNumber, at: first) }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            try scanDigits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            try scanDigits()
        }
        return start..<position
    }

    private mutating func scanDigits() throws(JSONError) {
        let start = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        if position == start {
            throw JSONError(position == bytes.count ? .unexpectedEnd : .invalidNumber, at: position)
        }
    }
}
