/// The rules of types as calls of the runtime's initialisers.
enum RuleSpelling {
    /// The method of `BodyReader` that reads values of `type`.
    static func reader(_ type: Contract.FieldType) -> String {
        switch type {
        case .text: "text"
        case .integer, .serial: "integer"
        case .decimal: "decimal"
        case .bool: "bool"
        case .date: "date"
        case .time: "time"
        case .datetime: "timestamp"
        case .uuid: "uuid"
        case .choice: "choice"
        case .duration: "duration"
        case .list: "list"
        case .json, .map, .section, .entries: "json"
        }
    }

    /// The rule of a field as the last arguments of what reads or checks it.
    static func use(of field: Contract.Field, _ resource: Contract.Resource) -> String {
        // A shape has no word for it.
        let isNullable = isShape(field.type) && !field.isRequired && field.standard == nil
        return "\(resource.typeName)Rules.\(Naming.member(field.name))" + (isNullable ? ", nullable: true" : "")
    }

    /// Whether the rule is a `JSONShape`.
    static func isShape(_ type: Contract.FieldType) -> Bool {
        switch type {
        case .json, .map, .list, .entries: true
        default: false
        }
    }

    /// The rule as the initialiser and its arguments.
    static func parts(_ type: Contract.FieldType, nullable: Bool) -> (head: String, arguments: [String]) {
        let last = nullable ? ["nullable: true"] : []
        switch type {
        case .text(let rules): return ("TextRule", text(rules) + last)
        case .integer(let minimum, let maximum):
            return ("IntegerRule", bounds(minimum.map(String.init), maximum.map(String.init)) + last)
        case .decimal(let precision, let scale, let minimum, let maximum):
            let quoted = bounds(minimum.map(SwiftLiteral.quoted), maximum.map(SwiftLiteral.quoted))
            return ("DecimalRule", ["precision: \(precision)", "scale: \(scale)"] + quoted + last)
        case .bool: return ("BoolRule", last)
        case .date: return ("DateRule", last)
        case .time: return ("TimeRule", last)
        case .datetime: return ("TimestampRule", last)
        case .uuid: return ("UUIDRule", last)
        case .choice(let words): return ("ChoiceRule", ["of: [\(quoted(words))]"] + last)
        case .json(let properties): return ("JSONShape.object", ["[\(members(properties))]"])
        case .map(let keys, let values):
            let keys = quoted(keys.map(\.name))
            return (
                "JSONShape.map",
                ["keys: [\(keys)]", "value: .choice(ChoiceRule(of: [\(quoted(values))]))"]
            )
        case .duration(let minimum, let maximum):
            return (
                "DurationRule", bounds(minimum.map(SwiftLiteral.grouped), maximum.map(SwiftLiteral.grouped)) + last
            )
        case .list(let item, let minimum, let maximum, let isSet):
            let least = minimum > 0 ? ["minimum: \(minimum)"] : []
            return (
                "JSONShape.list",
                ["of: \(shape(item))"] + least + ["maximum: \(maximum)"] + (isSet ? ["isSet: true"] : [])
            )
        case .entries(let keys, let value, let minimum, let maximum):
            let least = minimum > 0 ? ["minimum: \(minimum)"] : []
            return (
                "JSONShape.entries",
                ["keys: \(self.keys(keys))", "value: \(shape(value))"] + least + ["maximum: \(maximum)"]
            )
        case .section, .serial: return ("JSONShape.object", ["[]"])
        }
    }

    /// What may follow what, of an enum.
    static func steps(_ transitions: Contract.Transitions) -> [String] {
        let initial = transitions.initial.isEmpty ? [] : ["initial: [\(quoted(transitions.initial))]"]
        let steps = transitions.steps.map { "\(SwiftLiteral.quoted($0.from)): [\(quoted($0.to))]" }
        return initial + ["steps: [\(steps.isEmpty ? ":" : steps.joined(separator: ", "))]"]
    }

    private static func keys(_ keys: Contract.KeyRule) -> String {
        switch keys {
        case .pattern(let pattern): ".pattern(LinearPattern(checked: \(SwiftLiteral.rawLine(pattern))))"
        case .words(let words): ".words([\(quoted(words))])"
        }
    }

    private static func members(_ properties: [Contract.Property]) -> String {
        properties.map { property in
            let required = property.isRequired ? ", required: true" : ""
            return "JSONShape.Member(\(SwiftLiteral.quoted(property.name)), \(shape(property.type))\(required))"
        }.joined(separator: ", ")
    }

    private static func shape(_ type: Contract.FieldType) -> String {
        let (head, arguments) = parts(type, nullable: false)
        let rule = "\(head)(\(arguments.joined(separator: ", ")))"
        return switch type {
        case .text: ".text(\(rule))"
        case .integer: ".integer(\(rule))"
        case .choice: ".choice(\(rule))"
        case .bool: ".bool"
        case .date: ".date"
        case .time: ".time"
        case .datetime: ".timestamp"
        case .json, .map, .list, .entries: rule.replacingHead("JSONShape.", with: ".")
        case .decimal: ".decimal(\(rule))"
        case .uuid: ".uuid"
        case .duration: ".duration(\(rule))"
        case .section, .serial: ".any"
        }
    }

    private static func text(_ rules: Contract.TextRules) -> [String] {
        var arguments: [String] = []
        if rules.minimum > 0 { arguments.append("minimum: \(rules.minimum)") }
        arguments.append("maximum: \(rules.maximum)")
        if rules.trim { arguments.append("trim: true") }
        if rules.lower { arguments.append("lowercase: true") }
        if rules.nfc { arguments.append("nfc: true") }
        switch rules.format {
        case .line: break
        case .text: arguments.append("multiline: true")
        default: break
        }
        if let pattern = rules.pattern {
            arguments.append("pattern: LinearPattern(checked: \(SwiftLiteral.rawLine(pattern)))")
        }
        if ![.line, .text].contains(rules.format) { arguments.append("format: .\(rules.format.rawValue)") }
        return arguments
    }

    private static func bounds(_ minimum: String?, _ maximum: String?) -> [String] {
        [minimum.map { "minimum: \($0)" }, maximum.map { "maximum: \($0)" }].compactMap { $0 }
    }

    private static func quoted(_ words: [String]) -> String {
        words.map(SwiftLiteral.quoted).joined(separator: ", ")
    }
}

extension String {
    fileprivate func replacingHead(_ head: String, with other: String) -> String {
        hasPrefix(head) ? other + dropFirst(head.count) : self
    }
}
