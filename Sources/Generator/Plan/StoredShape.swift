/// What a `jsonb` value must be, in the words of JSON Schema that `roster.json_fits` reads.
enum StoredShape {
    /// The compact JSON text.
    static func text(_ type: Contract.FieldType) -> String {
        switch type {
        case .text(let rules):
            object([
                ("type", quoted("string")), ("minLength", rules.minimum > 0 ? String(rules.minimum) : nil),
                ("maxLength", String(rules.maximum)),
            ])
        case .choice(let words): object([("type", quoted("string")), ("enum", list(words))])
        case .integer(let minimum, let maximum):
            object([
                ("type", quoted("integer")), ("minimum", minimum.map(String.init)),
                ("maximum", maximum.map(String.init)),
            ])
        case .decimal(let precision, let scale, let minimum, let maximum):
            // As large as `NUMERIC(p, s)` would let a column of its own be.
            object([
                ("type", quoted("number")),
                ("minimum", minimum ?? "-" + DecimalBound.largest(precision: precision, scale: scale)),
                ("maximum", maximum ?? DecimalBound.largest(precision: precision, scale: scale)),
            ])
        case .bool: object([("type", quoted("boolean"))])
        case .date, .time, .datetime, .uuid, .duration, .serial: object([("type", quoted("string"))])
        case .json(let properties): shape(properties)
        case .map(let keys, let values): map(keys.map(\.name), values)
        case .section(let properties): shape(properties)
        case .list(let item, let minimum, let maximum, let isSet):
            object([
                ("type", quoted("array")), ("items", text(item)),
                ("minItems", minimum > 0 ? String(minimum) : nil), ("maxItems", String(maximum)),
                ("uniqueItems", isSet ? "true" : nil),
            ])
        case .entries(let keys, let value, let minimum, let maximum):
            object([
                ("type", quoted("object")), ("keys", words(of: keys).map(list)), ("additionalProperties", text(value)),
                ("minItems", minimum > 0 ? String(minimum) : nil), ("maxItems", String(maximum)),
            ])
        }
    }

    /// Only which members are required, for a value that may be from before us.
    static func required(_ properties: [Contract.Property]) -> String? {
        let names = properties.filter(\.isRequired).map(\.name)
        let inner = properties.compactMap { property -> (String, String?)? in
            guard case .json(let members) = property.type, let shape = required(members) else { return nil }
            return (property.name, shape)
        }
        guard !names.isEmpty || !inner.isEmpty else { return nil }
        return object([
            ("required", names.isEmpty ? nil : list(names)), ("properties", inner.isEmpty ? nil : object(inner)),
        ])
    }

    private static func shape(_ properties: [Contract.Property]) -> String {
        let names = properties.filter(\.isRequired).map(\.name)
        return object([
            ("type", quoted("object")), ("properties", object(properties.map { ($0.name, text($0.type)) })),
            ("required", names.isEmpty ? nil : list(names)), ("additionalProperties", "false"),
        ])
    }

    private static func map(_ keys: [String], _ values: [String]) -> String {
        object([
            ("type", quoted("object")), ("keys", list(keys)), ("additionalProperties", text(.choice(values))),
        ])
    }

    private static func words(of keys: Contract.KeyRule) -> [String]? {
        if case .words(let words) = keys { words } else { nil }
    }

    private static func quoted(_ word: String) -> String { JSONLiteral.quoted(word) }

    private static func list(_ words: [String]) -> String { "[" + words.map(quoted).joined(separator: ",") + "]" }

    private static func object(_ members: [(String, String?)]) -> String {
        let present = members.compactMap { name, value in value.map { "\(quoted(name)):\($0)" } }
        return "{" + present.joined(separator: ",") + "}"
    }
}
