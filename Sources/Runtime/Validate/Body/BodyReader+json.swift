import NIOCore

extension BodyReader {
    /// Reads a JSON value against its shape and spells it anew without white space; `nil` when there was an issue.
    ///
    /// - Parameter isWhole: whether the value is complete, so that required members must be there and a `null` member is the same as
    ///   none. Otherwise it is a merge patch.
    mutating func json(_ shape: JSONShape, isWhole: Bool) throws(JSONError) -> ByteBuffer? {
        let issuesBefore = issueCount
        var writer = JSONWriter(buffer: ByteBuffer())
        try copy(shape, isWhole: isWhole, to: &writer)
        return issueCount == issuesBefore ? writer.buffer : nil
    }

    // Recursion follows the shape, which the contract bounds, and the document's own depth is bounded by the reader. After an issue `null`
    // is written, to keep what the writer makes well-formed until it is thrown away.
    mutating func copy(
        _ shape: JSONShape, isWhole: Bool, to writer: inout JSONWriter
    ) throws(JSONError) {
        switch shape {
        case .bool: writer.optional(try bool(BoolRule())) { $0.bool($1) }
        case .text(let rule): writer.optional(try text(rule)) { $0.string($1) }
        case .integer(let rule): writer.optional(try integer(rule)) { $0.int($1) }
        case .choice(let rule): writer.optional(try choice(rule)) { $0.string($1) }
        case .date: writer.optional(try date(DateRule())) { $0.date($1) }
        case .time: writer.optional(try time(TimeRule())) { $0.time($1) }
        case .timestamp: writer.optional(try timestamp(TimestampRule())) { $0.timestamp($1) }
        case .object(let members): try copyObject(members, isWhole: isWhole, to: &writer)
        case .map(let keys, let value):
            let members = keys.map { JSONShape.Member($0, value) }
            try copyObject(members, isWhole: isWhole, to: &writer)
        case .decimal(let rule): writer.optional(try decimal(rule)) { $0.raw(ByteBuffer(string: $1)) }
        case .uuid: writer.optional(try uuid(UUIDRule())) { $0.uuid($1) }
        case .duration(let rule): writer.optional(try duration(rule)) { $0.duration($1) }
        case .list(let element, let minimum, let maximum, let isSet):
            try copyList(of: element, minimum...maximum, isSet: isSet, to: &writer)
        case .entries(let keys, let value, let minimum, let maximum):
            try copyEntries(keys, value, minimum...maximum, isWhole: isWhole, to: &writer)
        case .any: try copyAny(to: &writer)
        }
    }

    private mutating func copyObject(
        _ members: [JSONShape.Member], isWhole: Bool, to writer: inout JSONWriter
    ) throws(JSONError) {
        guard try beginObject() else { return writer.null() }
        var missing = isWhole ? members.filter(\.required).map(\.name) : []
        writer.beginObject()
        while let name = try nextName() {
            guard let member = members.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
                try refuseUnknown(known: members.map(\.name))
                continue
            }
            missing.removeAll { $0 == member.name }
            if try reader.peek() == .null, !(isWhole && member.shape.isNullable) {
                try copyNull(of: member, isWhole: isWhole, to: &writer)
            } else {
                writer.key(escaping: member.name)
                try copy(member.shape, isWhole: isWhole, to: &writer)
            }
        }
        writer.endObject()
        for name in missing { reportMissing(name) }
    }

    private mutating func copyNull(
        of member: JSONShape.Member, isWhole: Bool, to writer: inout JSONWriter
    ) throws(JSONError) {
        try reader.null()
        if member.required {
            report(Finding(.nullNotAllowed, "must not be null"))
        } else if !isWhole {
            writer.key(escaping: member.name)
            writer.null()
        }
    }
}

extension JSONWriter {
    /// Writes a value that passed its rule, else `null`.
    fileprivate mutating func optional<Value>(_ value: Change<Value>, _ write: (inout JSONWriter, Value) -> Void) {
        if case .value(let value) = value { write(&self, value) } else { null() }
    }
}

extension JSONShape {
    var isMap: Bool {
        if case .map = self { true } else { false }
    }

    /// Whether `null` is a value of its own here.
    var isNullable: Bool {
        switch self {
        case .text(let rule): rule.nullable
        case .integer(let rule): rule.nullable
        case .choice(let rule): rule.nullable
        case .any: true
        case .decimal(let rule): rule.nullable
        case .duration(let rule): rule.nullable
        case .bool, .date, .time, .timestamp, .uuid, .object, .map, .list, .entries: false
        }
    }
}
