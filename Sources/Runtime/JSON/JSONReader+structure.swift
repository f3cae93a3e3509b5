extension JSONReader {
    /// Enters an object; `nextName` leaves it.
    package mutating func beginObject() throws(JSONError) {
        try expect(.object)
        try open(isObject: true)
    }

    /// Enters an array; `nextElement` leaves it.
    package mutating func beginArray() throws(JSONError) {
        try expect(.array)
        try open(isObject: false)
    }

    /// The next member's name with its escapes undone; `nil` when the object has ended.
    package mutating func nextName() throws(JSONError) -> String? {
        guard try advance(isObject: true, until: UInt8(ascii: "}")) else { return nil }
        guard try nextByte() == UInt8(ascii: "\"") else { throw JSONError(.unexpectedByte, at: position) }
        let start = position
        containsNUL = false
        let name = try readString()
        let depth = frames.count
        guard names.insert(name, depth: depth, mark: frames[depth - 1].mark) else {
            throw JSONError(.duplicateName, at: start)
        }
        guard frames[depth - 1].count <= limits.members else { throw JSONError(.tooManyMembers, at: start) }
        guard try nextByte() == UInt8(ascii: ":") else { throw JSONError(.unexpectedByte, at: position) }
        position += 1
        awaitsValue = true
        return name
    }

    /// Whether another element follows; false when the array has ended.
    package mutating func nextElement() throws(JSONError) -> Bool {
        guard try advance(isObject: false, until: UInt8(ascii: "]")) else { return false }
        awaitsValue = true
        return true
    }

    private mutating func open(isObject: Bool) throws(JSONError) {
        guard frames.count < limits.depth else { throw JSONError(.tooDeep, at: position) }
        position += 1
        frames.append(Frame(isObject: isObject, mark: names.mark))
        awaitsValue = false
    }

    /// Goes past the comma to the next member or element, or past the closing bracket; says which.
    private mutating func advance(isObject: Bool, until close: UInt8) throws(JSONError) -> Bool {
        precondition(!awaitsValue, "the value before has not been read")
        let depth = frames.count
        precondition(depth > 0 && frames[depth - 1].isObject == isObject, "the reader is not inside such a value")
        let byte = try nextByte()
        if byte == close {
            position += 1
            if isObject { names.close(depth: depth, mark: frames[depth - 1].mark) }
            frames.removeLast()
            return false
        }
        if frames[depth - 1].count > 0 {
            guard byte == UInt8(ascii: ",") else { throw JSONError(.unexpectedByte, at: position) }
            position += 1
        }
        frames[depth - 1].count += 1
        return true
    }
}
