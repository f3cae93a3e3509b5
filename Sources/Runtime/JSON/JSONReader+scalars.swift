import NIOCore

extension JSONReader {
    /// The text of a string with its escapes undone. It may hold U+0000: see `containsNUL`.
    package mutating func string() throws(JSONError) -> String {
        try expect(.string)
        containsNUL = false
        let text = try readString()
        awaitsValue = false
        return text
    }

    package mutating func bool() throws(JSONError) -> Bool {
        try expect(.bool)
        let isTrue = bytes[position] == UInt8(ascii: "t")
        try readLiteral(isTrue ? "true" : "false")
        return isTrue
    }

    package mutating func null() throws(JSONError) {
        try expect(.null)
        try readLiteral("null")
    }

    /// A number that is an integer and fits, exactly, however it is spelled: `13`, `13.0` and `1.3e1` are the same (JSON
    /// Schema 2020-12 section 4.2.3). `nil` when it has a fraction or does not fit. No Double is involved.
    package mutating func integer() throws(JSONError) -> Int64? {
        try number().integer.value
    }

    /// The text of a number as it stands in the document.
    package mutating func numberText() throws(JSONError) -> String {
        try expect(.number)
        let range = try scanNumber()
        awaitsValue = false
        return bytes.withUnsafeBytes { String(decoding: $0[range], as: UTF8.self) }
    }

    /// A number, taken apart.
    mutating func number() throws(JSONError) -> JSONNumber {
        try expect(.number)
        let range = try scanNumber()
        awaitsValue = false
        return JSONNumber(validated: bytes[range])
    }

    mutating func readLiteral(_ literal: StaticString) throws(JSONError) {
        let failure: JSONError? = literal.withUTF8Buffer { expected in
            for (index, byte) in expected.enumerated() {
                guard position + index < bytes.count else { return JSONError(.unexpectedEnd, at: bytes.count) }
                guard bytes[position + index] == byte else {
                    return JSONError(.unexpectedByte, at: position + index)
                }
            }
            return nil
        }
        if let failure { throw failure }
        position += literal.utf8CodeUnitCount
        awaitsValue = false
    }
}
