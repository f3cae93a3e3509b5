/// What an operation is sent.
extension OperationRenderer {
    var takesBody: Bool { bodySchema != nil }

    var requestBody: JSONTree? {
        guard let schema = bodySchema else { return nil }
        // A PATCH takes application/json as the same merge patch.
        let types =
            route.method == .patch ? ["application/merge-patch+json", "application/json"] : ["application/json"]
        return .object([
            ("required", .bool(!bodyIsOptional)),
            ("content", .object(types.map { ($0, .object([("schema", schema)])) })),
        ])
    }

    /// Whether the request may come without its body.
    private var bodyIsOptional: Bool {
        if case .operate(let place, _) = route.action { contract.operations[place].bodyIsOptional } else { false }
    }

    private var bodySchema: JSONTree? {
        let use: SchemaRenderer.Use = route.method == .patch ? .patch : .whole
        switch route.action {
        case .write, .writeOwn:
            return .schema(use == .patch ? schemas.changeName : schemas.replacementName)
        case .writeSection: return section.map { .schema(schemas.sectionBodyName($0, use)) }
        case .create: return .schema(schemas.creationName)
        case .operate(let place, _):
            let operation = contract.operations[place]
            // A move that takes nothing takes an empty object.
            return operation.isMove || !operation.input.isEmpty ? SchemaRenderer.form(operation.input) : nil
        case .read, .readOwn, .readSection, .list, .delete: return nil
        }
    }
}
