/// What the entries of `operations:` answer.
extension OperationRenderer {
    func success(of operation: Contract.Operation) -> (Int, JSONTree) {
        switch operation.kind {
        case .move: return (200, answer("The record in its new state.", .schema(schemas.name), headers: ["ETag"]))
        case .call(let call):
            guard let output = call.output else { return (204, .object([("description", "Done.")])) }
            return (200, answer("The answer.", SchemaRenderer.answer(output), headers: []))
        }
    }

    func problems(of operation: Contract.Operation, _ target: PlannedRoute.Target?) -> [ProblemAnswer] {
        let ofRecord: [ProblemAnswer] = target == nil ? [] : [.notFound]
        let ofBody: [ProblemAnswer] = takesBody ? [.badBody, .validation] : [.badQuery]
        return ofRecord + ofBody + (operation.changes(target) ? [.stale] : [])
            + (operation.isMove ? [.illegalMove] : [])
    }
}

extension Contract.Operation {
    /// Whether it is about a version of one record, which `If-Match` may name.
    func changes(_ target: PlannedRoute.Target?) -> Bool {
        switch kind {
        case .move: true
        case .call(let call): target != nil && call.method != .get
        }
    }

    func summary(of resource: Contract.Resource) -> String {
        let words = name.split(separator: "_").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst() + " " + resource.phrase
    }
}

extension SchemaRenderer {
    /// What a body says to an operation.
    static func form(_ properties: [Contract.Property]) -> JSONTree {
        members(properties, .whole) { $0.isRequired }
    }

    /// What an operation answers: every member, `null` where there is nothing.
    static func answer(_ properties: [Contract.Property]) -> JSONTree {
        members(properties, .answer) { _ in true }
    }

    private static func members(
        _ properties: [Contract.Property], _ use: Use, areNeeded: (Contract.Property) -> Bool
    ) -> JSONTree {
        let members = properties.map { property in
            let value = schema(property.type, nullable: property.isNullable, use)
            return (property.name, value.adding("description", property.description.map(JSONTree.string)))
        }
        let names = properties.filter(areNeeded).map(\.name)
        return JSONTree.object([("type", "object"), ("properties", .object(members))])
            .adding("required", names.isEmpty ? nil : .words(names))
            .adding("additionalProperties", false)
    }
}
