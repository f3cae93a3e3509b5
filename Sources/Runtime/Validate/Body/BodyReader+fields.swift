import NIOCore

// The fields of a resource, one function for each type. Each takes the field's mask and rule, and reads the value behind the name that
// `nextName` gave.
extension BodyReader {
    /// The text as it is to be stored: trimmed and normalised as the rule says.
    package mutating func text(_ field: FieldMask, _ rule: TextRule) throws(JSONError) -> Change<String> {
        try admit(field) ? try text(rule) : .absent
    }

    package mutating func integer(_ field: FieldMask, _ rule: IntegerRule) throws(JSONError) -> Change<Int64> {
        try admit(field) ? try integer(rule) : .absent
    }

    /// The number's one plain spelling, such as `-0.5`, which Postgres takes for `numeric`.
    package mutating func decimal(_ field: FieldMask, _ rule: DecimalRule) throws(JSONError) -> Change<String> {
        try admit(field) ? try decimal(rule) : .absent
    }

    package mutating func bool(_ field: FieldMask, _ rule: BoolRule) throws(JSONError) -> Change<Bool> {
        try admit(field) ? try bool(rule) : .absent
    }

    package mutating func choice(_ field: FieldMask, _ rule: ChoiceRule) throws(JSONError) -> Change<String> {
        try admit(field) ? try choice(rule) : .absent
    }

    /// Days since 2000-01-01, as Postgres counts.
    package mutating func date(_ field: FieldMask, _ rule: DateRule) throws(JSONError) -> Change<Int32> {
        try admit(field) ? try date(rule) : .absent
    }

    /// Microseconds since midnight.
    package mutating func time(_ field: FieldMask, _ rule: TimeRule) throws(JSONError) -> Change<Int64> {
        try admit(field) ? try time(rule) : .absent
    }

    /// Microseconds since 2000-01-01T00:00:00Z, as Postgres counts.
    package mutating func timestamp(_ field: FieldMask, _ rule: TimestampRule) throws(JSONError) -> Change<Int64> {
        try admit(field) ? try timestamp(rule) : .absent
    }

    package mutating func uuid(_ field: FieldMask, _ rule: UUIDRule) throws(JSONError) -> Change<RecordID> {
        try admit(field) ? try uuid(rule) : .absent
    }

    /// Microseconds.
    package mutating func duration(_ field: FieldMask, _ rule: DurationRule) throws(JSONError) -> Change<Int64> {
        try admit(field) ? try duration(rule) : .absent
    }

    /// An object in compact text. In a create or PUT it is the whole value, without the members that were `null`; in a PATCH it is a merge
    /// patch with its `null`s, and required members may be absent from it.
    package mutating func json(
        _ field: FieldMask, _ shape: JSONShape, nullable: Bool = false
    ) throws(JSONError) -> Change<JSONPatch> {
        let isWhole = mode != .patch
        switch try value(field, shape, nullable: nullable, isWhole: isWhole) {
        case .absent: return .absent
        case .null: return .null
        case .value(let text): return .value(JSONPatch(text: text, isWhole: isWhole))
        }
    }

    /// An array in compact text, which takes the place of the old one whatever the method (RFC 7396).
    package mutating func list(
        _ field: FieldMask, _ shape: JSONShape, nullable: Bool = false
    ) throws(JSONError) -> Change<ByteBuffer> {
        try value(field, shape, nullable: nullable, isWhole: true)
    }

    private mutating func value(
        _ field: FieldMask, _ shape: JSONShape, nullable: Bool, isWhole: Bool
    ) throws(JSONError) -> Change<ByteBuffer> {
        guard try admit(field) else { return .absent }
        if try reader.peek() == .null {
            try reader.null()
            if nullable { return .null }
            report(Finding(.nullNotAllowed, "must not be null"))
            return .absent
        }
        guard let text = try json(shape, isWhole: isWhole) else { return .absent }
        return .value(text)
    }
}
