extension JSONReader {
    /// Goes past the next value, whatever it is, and checks all of it. `containsNUL` holds for every name and string in it.
    ///
    /// - Returns: where the value stands in the document, without white space around it.
    @discardableResult
    package mutating func skipValue() throws(JSONError) -> Range<Int> {
        var foundNUL = false
        let outside = frames.count
        _ = try peek()
        let start = position
        foundNUL = try skipToken() || foundNUL
        while frames.count > outside {
            if frames[frames.count - 1].isObject {
                guard try nextName() != nil else { continue }
                foundNUL = foundNUL || containsNUL
            } else {
                guard try nextElement() else { continue }
            }
            foundNUL = try skipToken() || foundNUL
        }
        containsNUL = foundNUL
        return start..<position
    }

    /// Goes past a scalar, or into an object or array. Returns whether it was a string that holds U+0000.
    private mutating func skipToken() throws(JSONError) -> Bool {
        switch try peek() {
        case .object: try beginObject()
        case .array: try beginArray()
        case .bool: _ = try bool()
        case .null: try null()
        case .number:
            _ = try scanNumber()
            awaitsValue = false
        case .string:
            containsNUL = false
            _ = try scanString()
            awaitsValue = false
            return containsNUL
        }
        return false
    }
}
