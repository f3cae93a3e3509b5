extension SpecReader {
    /// The `check:` of a resource: `{dates: ends_on >= starts_on}`, each by a name of its own.
    func conditions(_ node: YAMLNode?) -> [Spec.Condition] {
        guard let node, let entries = entries(node, "the `check` of a resource") else { return [] }
        return entries.compactMap { condition(named: $0.key, $0.value, keys: ["that", "message", "at"]) }
    }

    /// The `check:` of a field, which is told there.
    func condition(of field: Located<String>, _ node: YAMLNode) -> Spec.Condition? {
        var condition = condition(named: field, node, keys: ["that", "message"])
        condition?.place = field
        return condition
    }

    /// An expression, or `{that: EXPRESSION, message: …, at: FIELD}`.
    private func condition(named name: Located<String>, _ node: YAMLNode, keys: [String]) -> Spec.Condition? {
        guard case .mapping = node.content else {
            return text(node, "an expression").map { Spec.Condition(name: name, expression: $0) }
        }
        guard let map = MapReader(node, "a check", allowed: keys, findings) else { return nil }
        let expression = map.required("that", help: "write `that: ends_on >= starts_on`").flatMap {
            text($0, "an expression")
        }
        let message = map.optional("message").flatMap { text($0, "a message") }
        let place = map.optional("at").flatMap { text($0, "a field") }
        return expression.map { Spec.Condition(name: name, expression: $0, message: message, place: place) }
    }
}
