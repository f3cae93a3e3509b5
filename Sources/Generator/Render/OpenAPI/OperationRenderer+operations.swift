/// What the entries of `operations:` answer.
extension OperationRenderer {
    func answer(of operation: Contract.Operation) -> (String, JSONTree) {
        let record = JSONTree.object([("$ref", .string("#/components/schemas/\(resource.typeName)"))])
        switch operation.kind {
        case .move: return ("200", content("The record in its new state.", record))
        case .call(let call):
            guard let output = call.output else { return ("204", .object([("description", "Done.")])) }
            return ("200", content("The answer.", SchemaRenderer.answer(output)))
        }
    }

    func problems(of operation: Contract.Operation, _ target: PlannedRoute.Target?) -> [Int] {
        let ofRecord = target == nil ? [] : [404]
        let ofBody = operation.isMove || !operation.input.isEmpty ? [413, 415, 422] : []
        // What is written by hand may refuse what a state or a rule of its own forbids.
        let ofHand = operation.isMove ? [412] : route.method == .get ? [] : [409]
        return ofRecord + ofBody + ofHand
    }
}

extension Contract.Operation {
    var summary: String {
        let words = name.split(separator: "_").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst() + " a " + resource
    }
}

extension SchemaRenderer {
    /// What a body says to an operation.
    static func form(_ properties: [Contract.Property]) -> JSONTree { members(properties, areNeeded: \.isRequired) }

    /// What an operation answers: every member, `null` where there is nothing.
    static func answer(_ properties: [Contract.Property]) -> JSONTree { members(properties) { _ in true } }

    private static func members(
        _ properties: [Contract.Property], areNeeded: (Contract.Property) -> Bool
    ) -> JSONTree {
        let members = properties.map { property in
            let value = schema(property.type, nullable: property.isNullable)
            return (property.name, value.adding("description", property.description.map(JSONTree.string)))
        }
        let names = properties.filter(areNeeded).map(\.name)
        return JSONTree.object([("type", "object"), ("properties", .object(members))])
            .adding("required", names.isEmpty ? nil : .words(names))
            .adding("additionalProperties", false)
    }
}
