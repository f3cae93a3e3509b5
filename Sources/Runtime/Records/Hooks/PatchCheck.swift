import NIOCore

/// What a hook changed of a patch, looked at by the rules that bodies are read by. The generated `recheck` of a
/// resource walks through its fields.
///
/// A value that the hook left alone is not looked at again. One that it wrote ends as a body's would: trimmed and
/// normalised, a JSON value in compact text. What breaks a rule is the server's own mistake, told to the log alone.
package struct PatchCheck: Sendable {
    private let isCreation: Bool
    /// The fields that the hook may not write.
    private var fixed: FieldMask = []
    /// The fields that the hook wrote.
    private(set) var changed: FieldMask = []
    private(set) var broken: [HandFault.Rule] = []

    /// - Parameter isCreation: whether the patch makes a record.
    package init(isCreation: Bool) {
        self.isCreation = isCreation
    }

    /// Whether nothing is wrong so far.
    package var isClean: Bool { broken.isEmpty }

    /// Whether the hook wrote one of the fields.
    package func wrote(_ fields: FieldMask) -> Bool { !changed.intersection(fields).isEmpty }

    /// Says which fields no hook writes: the key ever, and what is set once after the record was made.
    package mutating func fix(_ key: FieldMask, once: FieldMask) {
        fixed = isCreation ? key : key.union(once)
    }
}

// The fields of a resource, one function for each type, as those of `BodyReader` are.
extension PatchCheck {
    package mutating func text(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<String>, _ old: Change<String>, _ rule: TextRule
    ) {
        look(field, name, &new, isSame: Self.isSame(new, old), rule.nullable) { value throws(Finding) in
            try rule.check(value)
        }
    }

    package mutating func choice(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<String>, _ old: Change<String>,
        _ rule: ChoiceRule
    ) {
        let isCreation = isCreation
        look(field, name, &new, isSame: Self.isSame(new, old), rule.nullable) { value throws(Finding) in
            isCreation ? try rule.checkFirst(value) : try rule.check(value)
        }
    }

    /// JSON number text.
    package mutating func decimal(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<String>, _ old: Change<String>,
        _ rule: DecimalRule
    ) {
        look(field, name, &new, isSame: Self.isSame(new, old), rule.nullable) { value throws(Finding) in
            guard let number = JSONNumber(text: value) else { throw Finding(.wrongType, "must be a number") }
            return try rule.check(number)
        }
    }

    package mutating func integer(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<Int64>, _ old: Change<Int64>, _ rule: IntegerRule
    ) {
        look(field, name, &new, isSame: new == old, rule.nullable) { value throws(Finding) in
            try rule.check(value: value)
        }
    }

    package mutating func bool(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<Bool>, _ old: Change<Bool>, _ rule: BoolRule
    ) {
        look(field, name, &new, isSame: new == old, rule.nullable) { $0 }
    }

    package mutating func uuid(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<RecordID>, _ old: Change<RecordID>,
        _ rule: UUIDRule
    ) {
        look(field, name, &new, isSame: new == old, rule.nullable) { $0 }
    }

    package mutating func date(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<Int32>, _ old: Change<Int32>, _ rule: DateRule
    ) {
        look(field, name, &new, isSame: new == old, rule.nullable) { value throws(Finding) in
            try rule.check(days: value)
        }
    }

    package mutating func time(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<Int64>, _ old: Change<Int64>, _ rule: TimeRule
    ) {
        look(field, name, &new, isSame: new == old, rule.nullable) { value throws(Finding) in
            try rule.check(microseconds: value)
        }
    }

    package mutating func timestamp(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<Int64>, _ old: Change<Int64>,
        _ rule: TimestampRule
    ) {
        look(field, name, &new, isSame: new == old, rule.nullable) { value throws(Finding) in
            try rule.check(instant: value)
        }
    }

    package mutating func duration(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<Int64>, _ old: Change<Int64>,
        _ rule: DurationRule
    ) {
        look(field, name, &new, isSame: new == old, rule.nullable) { value throws(Finding) in
            try rule.check(length: value)
        }
    }
}

// JSON values: what a hook gives as text is read as the value in a body is.
extension PatchCheck {
    package mutating func json(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<JSONPatch>, _ old: Change<JSONPatch>,
        _ shape: JSONShape, nullable: Bool = false
    ) {
        let isCreation = isCreation
        look(field, name, &new, isSame: new == old, nullable) { patch throws(Finding) in
            // There is nothing that a first value could be merged into.
            let isWhole = isCreation || patch.isWhole
            return JSONPatch(text: try Self.read(patch.text, shape, isWhole: isWhole), isWhole: isWhole)
        }
    }

    package mutating func list(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<ByteBuffer>, _ old: Change<ByteBuffer>,
        _ shape: JSONShape, nullable: Bool = false
    ) {
        look(field, name, &new, isSame: new == old, nullable) { text throws(Finding) in
            try Self.read(text, shape, isWhole: true)
        }
    }

    /// - Parameter read: reads the section's value from a body.
    package mutating func section(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<SectionPatch>, _ old: Change<SectionPatch>,
        _ read: (inout BodyReader) throws(JSONError) -> Change<SectionPatch>
    ) {
        look(field, name, &new, isSame: new == old, true) { patch throws(Finding) in
            let section = try Self.reading(patch.merge) { body throws(JSONError) in try read(&body) }
            guard case .value(let section) = section else { throw Finding(.wrongType, "must be an object") }
            return section.replacing(patch.replaced)
        }
    }

    private static func read(_ text: ByteBuffer, _ shape: JSONShape, isWhole: Bool) throws(Finding) -> ByteBuffer {
        let text = try reading(text) { body throws(JSONError) in try body.json(shape, isWhole: isWhole) }
        guard let text else { throw Finding(.wrongType, "breaks its shape") }
        return text
    }

    private static func reading<Value>(
        _ text: ByteBuffer, _ read: (inout BodyReader) throws(JSONError) -> Value
    ) throws(Finding) -> Value {
        var body = BodyReader(text, mode: .patch, writable: FieldMask(rawValue: .max))
        do {
            let value = try read(&body)
            try body.finish()
            if let issue = body.issues.first {
                throw Finding(IssueCode(rawValue: issue.code) ?? .wrongType, issue.message, limit: issue.limit)
            }
            return value
        } catch let finding as Finding {
            throw finding
        } catch {
            throw Finding(.wrongType, "is no JSON")
        }
    }
}

// What is looked at when all fields have been.
extension PatchCheck {
    /// A field that a new record cannot do without.
    package mutating func require(_ field: FieldMask, _ name: StaticString, isPresent: Bool) {
        guard isCreation, !isPresent else { return }
        broken.append(HandFault.Rule(field: name, IssueCode.missingField.rawValue))
    }

    /// A check of the spec over fields of which the hook wrote one. A verdict that is unknown passes.
    package mutating func check(_ name: StaticString, _ verdict: Bool?) {
        guard verdict == false else { return }
        broken.append(HandFault.Rule(field: name, IssueCode.checkFailed.rawValue))
    }

    /// What validators by hand have against the values that the hook wrote.
    mutating func validators(_ issues: [Issue], _ names: [StaticString]) {
        for (bit, name) in names.enumerated() where wrote(FieldMask(field: bit)) {
            guard issues.contains(where: { $0.pointer == "/" + name.description }) else { continue }
            broken.append(HandFault.Rule(field: name, HandFault.validator))
        }
    }

    private mutating func look<Value>(
        _ field: FieldMask, _ name: StaticString, _ new: inout Change<Value>, isSame: Bool, _ nullable: Bool,
        _ check: (Value) throws(Finding) -> Value
    ) {
        guard !isSame else { return }
        changed.formUnion(field)
        guard !fixed.contains(field) else { return refuse(name, .notWritable) }
        switch new {
        case .absent: break
        case .null: if !nullable { refuse(name, .nullNotAllowed) }
        case .value(let value):
            do {
                new = .value(try check(value))
            } catch {
                refuse(name, error.code)
            }
        }
    }

    private mutating func refuse(_ name: StaticString, _ code: IssueCode) {
        broken.append(HandFault.Rule(field: name, code.rawValue))
    }

    /// By bytes: a text in another normal form is another value.
    private static func isSame(_ new: Change<String>, _ old: Change<String>) -> Bool {
        switch (new, old) {
        case (.absent, .absent), (.null, .null): true
        case (.value(let new), .value(let old)): new.utf8.elementsEqual(old.utf8)
        default: false
        }
    }
}
