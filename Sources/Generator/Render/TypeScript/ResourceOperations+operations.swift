extension ResourceOperations {
    /// An entry of the spec's `operations:`, which answers the record in its new state, or what a function by hand gives.
    func operate(_ route: PlannedRoute, _ operation: Contract.Operation, isOwn: Bool, to source: inout TypeScriptSource)
    {
        let name = Naming.member(operation.name) + (isOwn ? "Own" : "")
        var parameters: [String] = []
        if !operation.input.isEmpty {
            parameters.append("input: \(Self.object(operation.input))" + (operation.bodyIsOptional ? " = {}" : ""))
        }
        let body = operation.input.isEmpty ? "undefined" : "input"
        let arguments = "\"\(route.method.rawValue)\", \(path(route)), \(body), options"
        switch operation.kind {
        case .move:
            method(
                route, name, parameters + ["options: WriteOptions = {}"], "Versioned<\(names.record)>",
                ["return this.transport.write(\(arguments));"], &source, note: operation.description)
        case .call(let call):
            let answer = call.output.map { Self.object($0, isAnswer: true) } ?? "void"
            method(
                route, name, parameters + ["options: RequestOptions = {}"], answer,
                ["return this.transport.call(\(arguments));"], &source, note: operation.description)
        }
    }

    /// - Parameter isAnswer: whether every member is there, if only as null.
    private static func object(_ properties: [Contract.Property], isAnswer: Bool = false) -> String {
        let members = properties.map { property in
            let type = spelled(property.type)
            let isNullable = isAnswer ? property.isNullable : !property.isRequired && property.standard == nil
            let mark = isAnswer || property.isRequired ? "" : "?"
            return "\(TypeScriptLiteral.property(property.name))\(mark): \(type)\(isNullable ? " | null" : "")"
        }
        return members.isEmpty ? "Record<string, never>" : "{ " + members.joined(separator: "; ") + " }"
    }

    private static func spelled(_ type: Contract.FieldType) -> String {
        switch type {
        case .text: "string"
        case .integer, .decimal, .serial: "number"
        case .bool: "boolean"
        case .date: "CalendarDate"
        case .time: "TimeOfDay"
        case .datetime: "Timestamp"
        case .uuid: "Uuid"
        case .choice(let words): words.map(TypeScriptLiteral.quoted).joined(separator: " | ")
        case .duration: "string"
        case .list(let item, _, _, _): "readonly (\(spelled(item)))[]"
        case .entries(_, let item, _, _): "Readonly<Record<string, \(spelled(item))>>"
        case .json(let properties): object(properties)
        case .map(let keys, let values):
            "{ "
                + keys.map { key in
                    "\(TypeScriptLiteral.property(key.name))?: \(values.map(TypeScriptLiteral.quoted).joined(separator: " | "))"
                }.joined(separator: "; ") + " }"
        case .section: "unknown"
        }
    }
}
