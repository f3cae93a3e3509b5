extension SpecReader {
    /// The `check:` of a resource: `{dates: ends_on >= starts_on}`, each by a name of its own.
    func conditions(_ node: YAMLNode?) -> [Spec.Condition] {
        guard let node, let entries = entries(node, "the `check` of a resource") else { return [] }
        return entries.compactMap { condition(named: $0.key, $0.value, .recordCheck) }
    }

    /// The `check:` of a field, which is told there.
    func condition(of field: Located<String>, _ node: YAMLNode) -> Spec.Condition? {
        var condition = condition(named: field, node, .fieldCheck)
        condition?.place = field
        return condition
    }

    /// An expression, or `{that: EXPRESSION, message: …, at: FIELD}`.
    private func condition(named name: Located<String>, _ node: YAMLNode, _ language: LanguageMap) -> Spec.Condition? {
        guard case .mapping = node.content else {
            return text(node, "an expression").map { Spec.Condition(name: name, expression: $0) }
        }
        guard let map = MapReader(node, language, findings) else { return nil }
        let expression = map.value("that").flatMap { text($0, "an expression") }
        let message = map.value("message").flatMap { text($0, "a message") }
        let place = map.key("at") == nil ? nil : map.value("at").flatMap { text($0, "a field") }
        return expression.map { Spec.Condition(name: name, expression: $0, message: message, place: place) }
    }
}
