/// `users.schema.json`: what editors complete, explain and underline in a spec, as JSON Schema draft-07, which the language
/// servers for YAML read. Made of the tables that the reader of specs takes its keys from.
package enum EditorSchema {
    package static func render() -> String {
        let maps = LanguageMap.all.map { ($0.name, definition($0)) }
        return JSONTree.object([
            ("$schema", "http://json-schema.org/draft-07/schema#"),
            ("title", "A spec of Roster"),
            ("description", .string(LanguageMap.spec.description)),
            ("allOf", .array([reference(.spec)])),
            ("definitions", .object(maps + [("access", access)])),
        ]).text() + "\n"
    }

    private static func definition(_ map: LanguageMap) -> JSONTree {
        let served = map.keys.filter(\.isServed)
        let required = served.filter(\.isRequired).map(\.name)
        var schema = JSONTree.object([
            ("title", .string(map.name)), ("description", .string(map.description)), ("type", "object"),
            ("properties", .object(served.map { ($0.name, property($0)) })),
        ])
        if !required.isEmpty { schema = schema.adding("required", .words(required)) }
        schema = schema.adding("additionalProperties", false)
        let needs = served.filter { !$0.needs.isEmpty }.map { ($0.name, JSONTree.words($0.needs)) }
        if !needs.isEmpty { schema = schema.adding("dependencies", .object(needs)) }
        guard map.key("type") != nil else { return schema }
        return schema.adding("allOf", .array(TypeConditions.conditions(for: map)))
    }

    private static func property(_ key: LanguageKey) -> JSONTree {
        let described = JSONTree.object([
            ("description", .string(key.description)), ("examples", .array([ExampleValue.tree(key.example)])),
        ])
        return described.merging(value(key.value))
    }

    /// The schema of what stands behind a key.
    static func value(_ value: LanguageValue) -> JSONTree {
        switch value {
        case .text: .object([("type", .words(["string", "number", "boolean"]))])
        case .form(let form): self.form(form)
        case .integer(let range):
            .object([
                ("type", "integer"), ("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound)),
            ])
        case .mention: form(.name)
        case .flag: .object([("type", "boolean")])
        case .word(let words):
            // To YAML, a plain `null` is no word.
            .object([("enum", .array(words.map(JSONTree.string) + (words.contains("null") ? [.null] : [])))])
        case .access: .object([("allOf", .array([.object([("$ref", "#/definitions/access")])]))])
        case .literal: .object([("type", .words(["string", "number", "boolean", "array", "object"]))])
        case .list(let item, let least):
            .object([("type", "array"), ("items", self.value(item))]).adding("minItems", bound(least))
        case .pair(let item):
            .object([("type", "array"), ("items", self.value(item)), ("minItems", 2), ("maxItems", 2)])
        case .oneOrMany(let item, let least): anyOf([self.value(item), self.value(.list(item, atLeast: least))])
        case .named(_, let value, let least, let form):
            .object([
                ("type", "object"), ("propertyNames", .object([("pattern", .string(form.pattern))])),
                ("additionalProperties", self.value(value)),
            ]).adding("minProperties", bound(least))
        case .nested(let map): .object([("allOf", .array([reference(map())]))])
        case .either(let values): anyOf(values.map(self.value))
        }
    }

    private static func bound(_ least: Int) -> JSONTree? { least > 0 ? .integer(least) : nil }

    private static func form(_ form: TextForm) -> JSONTree {
        let pattern = JSONTree.string(form.pattern)
        guard !form.others.isEmpty else { return .object([("type", "string"), ("pattern", pattern)]) }
        return .object([("type", .words(["string"] + form.others)), ("pattern", pattern), ("minimum", 0)])
    }

    /// Draft-07 says nothing about what stands beside a `$ref`, so it stands alone in an `allOf`.
    private static func reference(_ map: LanguageMap) -> JSONTree {
        .object([("$ref", .string("#/definitions/\(map.name)"))])
    }

    private static func anyOf(_ schemas: [JSONTree]) -> JSONTree { .object([("anyOf", .array(schemas))]) }

    private static let access: JSONTree = {
        let role = form(.name)
        let grant = reference(.grant)
        return JSONTree.object([
            ("title", "access"),
            ("description", "Roles, or `none`; for readers of a field also `{visibility: FIELD}`."),
        ]).merging(anyOf([role, grant, .object([("type", "array"), ("items", anyOf([role, grant]))])]))
    }()
}
