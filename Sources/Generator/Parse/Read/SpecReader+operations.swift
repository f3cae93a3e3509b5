extension SpecReader {
    /// `nil` after a finding; a spec without the key has no operations.
    func operations(_ node: YAMLNode?) -> [Spec.Operation] {
        guard let node, let entries = entries(node, "`operations`") else { return [] }
        return entries.compactMap { operation(named: $0.key, $0.value) }
    }

    private func operation(named name: Located<String>, _ node: YAMLNode) -> Spec.Operation? {
        guard let map = MapReader(node, .operation, findings) else { return nil }
        let resource = map.value("on").flatMap { text($0, "a resource") }
        let move = move(map)
        let input = map.value("input").flatMap { entries($0, "`input`") } ?? []
        let method = map.value("method").flatMap { word($0, "a method", as: Spec.Operation.Method.self) }
        let handler = map.value("handler").flatMap { word($0, "a handler", as: Spec.Operation.Handler.self) }
        let operation = (
            allow: access(map.value("allow")), output: output(map),
            input: input.map { property(named: $0.key, $0.value, inShape: true) },
            path: map.value("path").flatMap { text($0, "a path") },
            bulk: map.value("bulk").flatMap { flag($0, "`bulk`") }, problems: problems(map.value("problems"))
        )
        guard let resource, move.isRead else { return nil }
        return Spec.Operation(
            name: name, description: map.value("description").flatMap { text($0, "a description") },
            resource: resource, move: move.move, allow: operation.allow, input: operation.input,
            output: operation.output, method: method, path: operation.path, handler: handler,
            bulk: operation.bulk, problems: operation.problems)
    }

    /// `from`, `to` and `field`. They stand together or not at all, and so do they with what a hand-written answer has.
    private func move(_ map: MapReader) -> (move: Spec.Operation.Move?, isRead: Bool) {
        guard let first = ["from", "to", "field"].compactMap(map.key).first else {
            if map.key("handler") == nil {
                findings.error(
                    .missingKey, at: map.span.start, "an operation moves a state or has a handler",
                    help: "write `from: [STATE]` and `to: STATE`, or `handler: required`")
            }
            return (nil, true)
        }
        for key in ["output", "method", "path", "handler", "problems"] {
            guard let stated = map.key(key) else { continue }
            findings.error(
                .contradiction, at: stated.mark,
                "`\(key)` is for operations that are written by hand, and `\(first.value)` makes this one a move of states",
                help: "remove `\(key)`, or `from` and `to`")
        }
        for key in ["from", "to"] where map.key(key) == nil {
            findings.error(
                .missingKey, at: first.mark, "a move has `from` and `to`, and there is no `\(key)`",
                help: key == "from" ? "write `from: [STATE]`" : "write `to: STATE`")
        }
        let from = map.value("from").map(items)?.compactMap { text($0, "a state") }
        let to = map.value("to").flatMap { text($0, "a state") }
        let field = map.value("field").flatMap { text($0, "the field that holds the state") }
        guard let from, let to else { return (nil, false) }
        return (Spec.Operation.Move(field: field, from: from, to: to), true)
    }

    private func output(_ map: MapReader) -> Spec.Operation.Output? {
        guard let node = map.value("output"), let entries = entries(node, "`output`") else { return nil }
        return Spec.Operation.Output(
            properties: entries.map { property(named: $0.key, $0.value, inShape: true) }, span: node.span)
    }
}
