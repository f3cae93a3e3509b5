/// JSON Schemas (2020-12, the dialect of OpenAPI 3.1) of values.
struct SchemaRenderer {
    /// What a schema is for: the same value is not the same everywhere.
    enum Use {
        /// What the server answers. Rules are left out: a row that was there before us need not keep them.
        case answer
        /// What a body gives whole, by POST or PUT.
        case whole
        /// A merge patch (RFC 7396): members of JSON values may be left out, and null takes optional ones away.
        case patch
    }

    /// A type that may be null has `null` beside it in `type`, or among the choices.
    static func schema(_ type: Contract.FieldType, nullable: Bool, _ use: Use) -> JSONTree {
        let isBody = use != .answer
        switch type {
        case .text(let rules): return text(rules, nullable, use)
        case .choice(let words):
            let values = words.map(JSONTree.string) + (nullable ? [.null] : [])
            return .typed("string", nullable: nullable).adding("enum", .array(values))
        case .integer(let minimum, let maximum):
            return .typed("integer", nullable: nullable)
                .adding("minimum", (isBody ? minimum : nil).map(JSONTree.integer) ?? .raw("-9223372036854775808"))
                .adding("maximum", (isBody ? maximum : nil).map(JSONTree.integer) ?? .raw("9223372036854775807"))
        case .decimal(let precision, let scale, let minimum, let maximum):
            let largest = DecimalBound.largest(precision: precision, scale: scale)
            return .typed("number", nullable: nullable)
                .adding("minimum", isBody ? .raw(minimum ?? "-" + largest) : nil)
                .adding("maximum", isBody ? .raw(maximum ?? largest) : nil)
        case .bool: return .typed("boolean", nullable: nullable)
        case .date: return .typed("string", nullable: nullable).adding("format", "date")
        case .time:
            return .typed("string", nullable: nullable).adding(
                "pattern", "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,6})?)?$")
        case .datetime: return .typed("string", nullable: nullable).adding("format", "date-time")
        case .uuid: return .typed("string", nullable: nullable).adding("format", "uuid")
        case .json(let properties): return json(properties, nullable: nullable, use)
        case .map(let keys, let values): return map(keys, values, nullable: nullable, use)
        case .section(let properties): return section(properties, nullable: nullable, use)
        case .serial: return .typed("integer", nullable: nullable)
        case .duration, .list, .entries: return collection(type, nullable: nullable, use)
        }
    }

    private static func text(_ rules: Contract.TextRules, _ nullable: Bool, _ use: Use) -> JSONTree {
        var schema = JSONTree.typed("string", nullable: nullable)
        guard use != .answer else { return schema }
        // Bodies are told by patterns alone: validators take `format: email` for rules of their own.
        if rules.minimum > 0 { schema = schema.adding("minLength", .integer(rules.minimum)) }
        schema = schema.adding("maxLength", .integer(rules.maximum))
        // What is done before these rules are asked, so that a longer text may pass them.
        let normalised = [("trim", rules.trim), ("lower", rules.lower), ("nfc", rules.nfc)].filter(\.1).map(\.0)
        if !normalised.isEmpty { schema = schema.adding("x-normalise", .words(normalised)) }
        // A schema has one `pattern`; further ones stand beside it.
        var patterns = TextPatterns.all(of: rules)
        if !patterns.isEmpty { schema = schema.adding("pattern", .string(patterns.removeFirst())) }
        guard !patterns.isEmpty else { return schema }
        return schema.adding("allOf", .array(patterns.map { .object([("pattern", .string($0))]) }))
    }

    // MARK: Values with members

    private static func json(_ properties: [Contract.Property], nullable: Bool, _ use: Use) -> JSONTree {
        let members = properties.map { property in
            let mayBeNull = !property.isRequired && use != .answer
            return (property.name, described(schema(property.type, nullable: mayBeNull, use), property, use))
        }
        let required = use == .patch ? [] : properties.filter(\.isRequired).map(\.name)
        return .closed(members, required: required, nullable: nullable)
    }

    /// In a body null for a key is back to its default, whatever the method.
    private static func map(
        _ keys: [Contract.MapKey], _ values: [String], nullable: Bool, _ use: Use
    ) -> JSONTree {
        let value = schema(.choice(values), nullable: use != .answer, use)
        return .closed(keys.map { ($0.name, value) }, nullable: nullable)
    }

    /// An answer has all keys of a section; in a body each may be left out, and null is back to the default.
    private static func section(_ properties: [Contract.Property], nullable: Bool, _ use: Use) -> JSONTree {
        let members = properties.map { property in
            let standard = use == .answer ? property.standard.map(JSONTree.init(literal:)) : nil
            let value = schema(property.type, nullable: use != .answer || property.mayBeAnsweredNull, use)
            return (property.name, described(value, property, use).adding("default", standard))
        }
        return .closed(members, required: use == .answer ? properties.map(\.name) : [], nullable: nullable)
    }

    private static func described(_ schema: JSONTree, _ property: Contract.Property, _ use: Use) -> JSONTree {
        (property.isOpen && use == .answer ? schema.opened : schema)
            .adding("description", property.description.map(JSONTree.string))
    }
}

extension Contract.Property {
    /// A key of a section that was never set is answered as its default, and as null where it has none.
    fileprivate var mayBeAnsweredNull: Bool {
        if case .map = type { false } else { standard == nil }
    }
}

extension JSONTree {
    /// A value of the spec.
    init(literal: Spec.Literal) {
        switch literal {
        case .string(let text): self = .string(text)
        case .bool(let value): self = .bool(value)
        case .integer(let value): self = .integer(value)
        case .decimal(let digits): self = .raw(digits)
        case .list(let items): self = .array(items.map(JSONTree.init(literal:)))
        case .map(let entries): self = .object(entries.map { ($0.key, JSONTree(literal: $0.value)) })
        }
    }
}

/// What a decimal's digits allow.
enum DecimalBound {
    /// The largest number of so many digits, as JSON: `999.99`.
    static func largest(precision: Int, scale: Int) -> String {
        let whole = precision > scale ? String(repeating: "9", count: precision - scale) : "0"
        return scale > 0 ? whole + "." + String(repeating: "9", count: scale) : whole
    }
}
