extension SchemaRenderer {
    /// The value of a field in an answer, with what people and tools are told about it: its label, its description, and
    /// what happens to it when its owner is erased. Readers of an open enum must expect words that are added later, so
    /// those of today are no rule for them.
    static func noted(_ schema: JSONTree, _ field: Contract.Field) -> JSONTree {
        (field.isOpen ? opened(schema) : schema)
            .adding("title", field.label.map(JSONTree.string))
            .adding("description", field.description.map(JSONTree.string))
            .adding("x-erase", field.erasure.map(erasure))
    }

    private static func opened(_ schema: JSONTree) -> JSONTree {
        guard case .object(let members) = schema else { return schema }
        return .object(members.map { ($0.0 == "enum" ? "x-extensible-enum" : $0.0, $0.1) })
    }

    private static func erasure(_ erasure: Contract.Erasure) -> JSONTree {
        JSONTree.object([("action", .string(erasure.action.rawValue))])
            .adding("basis", erasure.basis.map(JSONTree.string))
            .adding("until_seconds", erasure.until.map(JSONTree.integer))
    }
}
