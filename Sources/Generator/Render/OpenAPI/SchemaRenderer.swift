/// JSON Schemas (2020-12, the dialect of OpenAPI 3.1) of records and bodies.
struct SchemaRenderer {
    /// A type that may be null has `null` beside it in `type`, or among the choices.
    static func schema(_ type: Contract.FieldType, nullable: Bool) -> JSONTree {
        switch type {
        case .text(let rules): return text(rules, nullable)
        case .choice(let words):
            let values = words.map(JSONTree.string) + (nullable ? [.null] : [])
            return typed("string", nullable).adding("enum", .array(values))
        case .integer(let minimum, let maximum):
            return typed("integer", nullable)
                .adding("minimum", minimum.map(JSONTree.integer) ?? .raw("-9223372036854775808"))
                .adding("maximum", maximum.map(JSONTree.integer) ?? .raw("9223372036854775807"))
        case .decimal(_, _, let minimum, let maximum):
            return typed("number", nullable)
                .adding("minimum", minimum.map(JSONTree.raw)).adding("maximum", maximum.map(JSONTree.raw))
        case .bool: return typed("boolean", nullable)
        case .date: return typed("string", nullable).adding("format", "date")
        case .time:
            return typed("string", nullable).adding(
                "pattern", "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,6})?)?$")
        case .datetime: return typed("string", nullable).adding("format", "date-time")
        case .uuid: return typed("string", nullable).adding("format", "uuid")
        case .json(let properties): return object(properties, nullable: nullable, required: true)
        case .map(let keys, let values):
            let value = schema(.choice(values), nullable: nullable)
            return typed("object", nullable)
                .adding("properties", .object(keys.map { ($0.name, value) }))
                .adding("additionalProperties", false)
        case .section(let properties): return object(properties, nullable: nullable, required: false)
        case .serial: return typed("integer", nullable)
        }
    }

    private static func typed(_ type: String, _ nullable: Bool) -> JSONTree {
        .object([("type", nullable ? .array([.string(type), "null"]) : .string(type))])
    }

    private static func text(_ rules: Contract.TextRules, _ nullable: Bool) -> JSONTree {
        var schema = typed("string", nullable)
        if rules.minimum > 0 { schema = schema.adding("minLength", .integer(rules.minimum)) }
        schema = schema.adding("maxLength", .integer(rules.maximum))
        // A format's own pattern may stand beside it, and a schema has one `pattern`.
        if let pattern = rules.pattern {
            schema = schema.adding("allOf", .array([.object([("pattern", .string(pattern))])]))
        }
        switch rules.format {
        case .email: schema = schema.adding("format", "email")
        case .url: schema = schema.adding("format", "uri").adding("pattern", "^https?://")
        case .phone: schema = schema.adding("pattern", "^\\+[1-9][0-9]{6,14}$")
        case .slug: schema = schema.adding("pattern", "^[a-z0-9]+(-[a-z0-9]+)*$")
        case .country: schema = schema.adding("pattern", "^[A-Z]{2}$")
        case .line, .text, .language, .timezone: break
        }
        return schema
    }

    /// The keys of a section or of a JSON value.
    private static func object(
        _ properties: [Contract.Property], nullable: Bool, required: Bool
    ) -> JSONTree {
        var schema = typed("object", nullable).adding(
            "properties",
            .object(
                properties.map { property in
                    let value = Self.schema(property.type, nullable: !required || !property.isRequired)
                    return (property.name, value.adding("description", property.description.map(JSONTree.string)))
                }))
        let names = properties.filter(\.isRequired).map(\.name)
        if required, !names.isEmpty { schema = schema.adding("required", .words(names)) }
        return schema.adding("additionalProperties", false)
    }

    // MARK: Records and bodies

    /// A record as it is answered. What a view masks is not in it, so nothing is required.
    static func record(_ resource: Contract.Resource, _ contract: Contract) -> JSONTree {
        closed(members(of: resource, contract))
    }

    /// The caller's own record, with what the server adds to it.
    static func ownRecord(_ resource: Contract.Resource, _ contract: Contract) -> JSONTree {
        let words = JSONTree.object([("type", "array"), ("items", .object([("type", "string")]))])
        let score = JSONTree.object([("type", "integer"), ("minimum", 0), ("maximum", 100)])
        let completion = closed([("score", score), ("missing", words)]).adding(
            "required", .words(["score", "missing"]))
        let added = [("completion", completion), ("roles", words), ("permissions", words)]
        return closed(members(of: resource, contract) + added)
    }

    private static func closed(_ properties: [(String, JSONTree)]) -> JSONTree {
        .object([("type", "object"), ("properties", .object(properties)), ("additionalProperties", false)])
    }

    private static func members(of resource: Contract.Resource, _ contract: Contract) -> [(String, JSONTree)] {
        var properties = resource.fields.map { field in
            let isKey = field.name == resource.key
            let value = schema(field.type, nullable: !isKey && !isSection(field))
            return (field.name, value.adding("description", field.description.map(JSONTree.string)))
        }
        properties.append(("_redacted", .object([("type", "array"), ("items", .object([("type", "string")]))])))
        // With `include=`, and in the own record.
        for part in contract.parts(of: resource) {
            properties.append((part.name, .object([("$ref", .string("#/components/schemas/\(part.typeName)"))])))
        }
        return properties
    }

    /// The value of one of the sections.
    /// - Parameter nullable: whether null, back to all defaults, is one too.
    static func anySection(of resource: Contract.Resource, nullable: Bool) -> JSONTree {
        let sections = resource.sections.map { schema($0.field.type, nullable: false) }
        return .object([("anyOf", .array(sections + (nullable ? [.object([("type", "null")])] : [])))])
    }

    private static func isSection(_ field: Contract.Field) -> Bool {
        if case .section = field.type { true } else { false }
    }

    /// A body that sets `fields`. Required fields are required of everybody who may set them; the server tells them.
    static func body(_ fields: [Contract.Field], required: Bool) -> JSONTree {
        let properties = fields.map { field in
            let nullable = !field.isRequired && field.standard == nil
            return (field.name, schema(field.type, nullable: nullable))
        }
        let names = fields.filter { $0.isRequired && !$0.isGenerated }.map(\.name)
        var body = JSONTree.object([("type", "object"), ("properties", .object(properties))])
        if required, !names.isEmpty { body = body.adding("required", .words(names)) }
        return body.adding("additionalProperties", false)
    }
}
