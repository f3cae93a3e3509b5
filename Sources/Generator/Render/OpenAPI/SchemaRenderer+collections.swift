extension SchemaRenderer {
    /// Durations, lists and maps. How long a duration may be no schema can say.
    static func collection(_ type: Contract.FieldType, nullable: Bool, _ use: Use) -> JSONTree {
        let isBody = use != .answer
        switch type {
        case .list(let item, let minimum, let maximum, let isSet):
            // A merge patch gives lists whole.
            return JSONTree.typed("array", nullable: nullable)
                .adding("items", schema(item, nullable: false, isBody ? .whole : .answer))
                .adding("minItems", isBody && minimum > 0 ? .integer(minimum) : nil)
                .adding("maxItems", isBody ? .integer(maximum) : nil)
                .adding("uniqueItems", isBody && isSet ? true : nil)
        case .entries(let keys, let value, let minimum, let maximum):
            return JSONTree.typed("object", nullable: nullable)
                .adding("propertyNames", isBody ? names(keys) : nil)
                .adding("minProperties", use == .whole && minimum > 0 ? .integer(minimum) : nil)
                .adding("maxProperties", isBody ? .integer(maximum) : nil)
                .adding("additionalProperties", schema(value, nullable: use == .patch, use))
        default:
            return JSONTree.typed("string", nullable: nullable)
                .adding("pattern", isBody ? .string(DurationText.pattern) : nil)
        }
    }

    private static func names(_ keys: Contract.KeyRule) -> JSONTree {
        switch keys {
        case .pattern(let pattern): .object([("pattern", .string(pattern)), ("maxLength", 100)])
        case .words(let words): .object([("enum", .words(words))])
        }
    }
}
