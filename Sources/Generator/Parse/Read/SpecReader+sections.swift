extension SpecReader {
    func sections(_ node: YAMLNode?) -> [Spec.Section] {
        guard let node, let entries = entries(node, "`sections`") else { return [] }
        return entries.map { section in
            let properties = self.entries(section.value, "a section") ?? []
            return Spec.Section(
                name: section.key, properties: properties.map { property(named: $0.key, $0.value, inShape: false) })
        }
    }

    /// `{type: time}` or, for a type that needs nothing else, `time`.
    func property(named name: Located<String>, _ node: YAMLNode, inShape: Bool) -> Spec.Property {
        let long = node.asTypeMap
        let map = MapReader(long, inShape ? .shapeValue : .setting, findings)
        let type = map.flatMap(type)
        var property = Spec.Property(
            name: name, type: type ?? Located(.text, at: name.span), isOptional: true, rules: Spec.Rules())
        guard let map else { return property }
        property.description = map.value("description").flatMap { text($0, "a description") }
        property.gates = inShape ? nil : map.value("gates").flatMap { word($0, "something that a setting gates") }
        property.isOptional = isOptional(map)
        let defaultValue = map.value("default").flatMap { literal($0).located(at: $0.span) }
        let rules = rules(map)
        guard type != nil else {
            property.isOptional = true
            return property
        }
        property.defaultValue = defaultValue
        property.rules = rules
        return property
    }
}

extension YAMLNode {
    /// The long form of `time`: `{type: time}`.
    fileprivate var asTypeMap: YAMLNode {
        guard case .scalar(let text, _) = content, !text.isEmpty else { return self }
        return YAMLNode(content: .mapping([Entry(key: Located("type", at: span), value: self)]), span: span)
    }
}
