/// What an operation is sent.
extension OperationRenderer {
    var takesBody: Bool { bodySchema != nil }

    var requestBody: JSONTree? {
        guard let schema = bodySchema else { return nil }
        // A PATCH takes application/json as the same merge patch.
        let types =
            route.method == .patch ? ["application/merge-patch+json", "application/json"] : ["application/json"]
        return .object([
            ("required", true), ("content", .object(types.map { ($0, .object([("schema", schema)])) })),
        ])
    }

    private var bodySchema: JSONTree? {
        let use: SchemaRenderer.Use = route.method == .patch ? .patch : .whole
        switch route.action {
        case .write, .writeOwn:
            return .schema(use == .patch ? schemas.changeName : schemas.replacementName)
        case .writeSection: return section.map { .schema(schemas.sectionBodyName($0, use)) }
        case .create: return .schema(schemas.creationName)
        case .read, .readOwn, .readSection, .list, .delete: return nil
        }
    }
}
