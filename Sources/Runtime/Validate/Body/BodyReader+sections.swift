import NIOCore

// Sections of settings: one JSONB column each, with typed keys. `null` for a key means back to its default in every mode, whatever the
// key's rule says.
extension BodyReader {
    /// Reads a section: `null` for the whole of it is back to all defaults, else an object whose keys `body` reads.
    ///
    ///     patch.ui = try body.section(.ui) { body, section throws(JSONError) in
    ///         while let key = try body.nextName() {
    ///             switch key {
    ///             case "theme": try body.choice("theme", Rules.theme, into: &section)
    ///             default: try body.unknownField(known: ["theme"])
    ///             }
    ///         }
    ///     }
    ///
    /// - Parameter body: must read until `nextName` gives `nil`.
    package mutating func section(
        _ field: FieldMask, _ body: (inout BodyReader, inout SectionPatch) throws(JSONError) -> Void
    ) throws(JSONError) -> Change<SectionPatch> {
        guard try admit(field) else { return .absent }
        if try reader.peek() == .null {
            try reader.null()
            return .null
        }
        let issuesBefore = issueCount
        guard try beginObject() else { return .absent }
        var section = SectionPatch()
        try body(&self, &section)
        section.writer.endObject()
        return issueCount == issuesBefore ? .value(section) : .absent
    }

    package mutating func text(
        _ key: StaticString, _ rule: TextRule, into section: inout SectionPatch
    ) throws(JSONError) {
        if try reset(key, in: &section) { return }
        if case .value(let value) = try text(rule) { section.write(key) { $0.string(value) } }
    }

    package mutating func integer(
        _ key: StaticString, _ rule: IntegerRule, into section: inout SectionPatch
    ) throws(JSONError) {
        if try reset(key, in: &section) { return }
        if case .value(let value) = try integer(rule) { section.write(key) { $0.int(value) } }
    }

    package mutating func decimal(
        _ key: StaticString, _ rule: DecimalRule, into section: inout SectionPatch
    ) throws(JSONError) {
        if try reset(key, in: &section) { return }
        if case .value(let value) = try decimal(rule) { section.write(key) { $0.raw(ByteBuffer(string: value)) } }
    }

    package mutating func bool(
        _ key: StaticString, _ rule: BoolRule, into section: inout SectionPatch
    ) throws(JSONError) {
        if try reset(key, in: &section) { return }
        if case .value(let value) = try bool(rule) { section.write(key) { $0.bool(value) } }
    }

    package mutating func choice(
        _ key: StaticString, _ rule: ChoiceRule, into section: inout SectionPatch
    ) throws(JSONError) {
        if try reset(key, in: &section) { return }
        if case .value(let value) = try choice(rule) { section.write(key) { $0.string(value) } }
    }

    package mutating func date(
        _ key: StaticString, _ rule: DateRule, into section: inout SectionPatch
    ) throws(JSONError) {
        if try reset(key, in: &section) { return }
        if case .value(let value) = try date(rule) { section.write(key) { $0.date(value) } }
    }

    package mutating func time(
        _ key: StaticString, _ rule: TimeRule, into section: inout SectionPatch
    ) throws(JSONError) {
        if try reset(key, in: &section) { return }
        if case .value(let value) = try time(rule) { section.write(key) { $0.time(value) } }
    }

    package mutating func timestamp(
        _ key: StaticString, _ rule: TimestampRule, into section: inout SectionPatch
    ) throws(JSONError) {
        if try reset(key, in: &section) { return }
        if case .value(let value) = try timestamp(rule) { section.write(key) { $0.timestamp(value) } }
    }

    package mutating func duration(
        _ key: StaticString, _ rule: DurationRule, into section: inout SectionPatch
    ) throws(JSONError) {
        if try reset(key, in: &section) { return }
        if case .value(let value) = try duration(rule) { section.write(key) { $0.duration(value) } }
    }

    /// An array, which takes the place of the old one in every mode.
    package mutating func list(
        _ key: StaticString, _ shape: JSONShape, into section: inout SectionPatch
    ) throws(JSONError) {
        if try reset(key, in: &section) { return }
        guard let text = try json(shape, isWhole: true) else { return }
        section.write(key) { $0.raw(text) }
    }

    package mutating func uuid(
        _ key: StaticString, _ rule: UUIDRule, into section: inout SectionPatch
    ) throws(JSONError) {
        if try reset(key, in: &section) { return }
        if case .value(let value) = try uuid(rule) { section.write(key) { $0.uuid(value) } }
    }

    /// An object whose names are all declared and whose values are all of one choice. It is merged by key in every mode; `null` for a name in
    /// it is back to that one's default.
    package mutating func map(
        _ key: StaticString, keys: [String], of rule: ChoiceRule, into section: inout SectionPatch
    ) throws(JSONError) {
        try json(key, .map(keys: keys, value: .choice(rule)), into: &section)
    }

    /// A JSON value. A create or PUT gives it whole, and its key is then among `replaced`; a PATCH is merged into the old value. A map is
    /// always merged.
    package mutating func json(
        _ key: StaticString, _ shape: JSONShape, into section: inout SectionPatch
    ) throws(JSONError) {
        if try reset(key, in: &section) { return }
        let isWhole = mode != .patch && !shape.isMap
        guard let text = try json(shape, isWhole: isWhole) else { return }
        section.write(key) { $0.raw(text) }
        if isWhole { section.replaced.append(key.description) }
    }

    /// Takes `null`, which is back to the default. False when another value comes.
    private mutating func reset(_ key: StaticString, in section: inout SectionPatch) throws(JSONError) -> Bool {
        guard try reader.peek() == .null else { return false }
        try reader.null()
        section.write(key) { $0.null() }
        return true
    }
}

extension SectionPatch {
    fileprivate mutating func write(_ key: StaticString, _ value: (inout JSONWriter) -> Void) {
        writer.key(key)
        value(&writer)
    }
}
