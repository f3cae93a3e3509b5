/// The values inside of a JSON value are of types that are checked there.
struct ShapesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for value in spec.typedValues {
            if let item = value.type.value.item, item.typeIsKnown { self.item(item, findings) }
            guard case .json(let shape) = value.type.value else { continue }
            if shape.isEmpty {
                findings.error(
                    .missingKey, at: value.type.mark, "a shape has at least one value",
                    help: "write `shape: {from: time, to: time}`")
            }
            for property in shape where property.typeIsKnown { self.property(property, findings) }
        }
    }

    private func property(_ property: Spec.Property, _ findings: Findings) {
        switch property.type.value {
        case .map, .serial:
            findings.error(
                .notServedYet, at: property.type.mark,
                "the type `\(property.type.value.word)` is not served yet inside of a `json` value",
                help: "make it a field or a setting of its own")
        default: break
        }
        guard let standard = property.defaultValue else { return }
        findings.error(
            .notServedYet, at: standard.mark, "a default inside of a `json` value is not served yet",
            help: "give the whole value a default, or write `optional: true`")
    }

    /// Lists and maps hold single values.
    private func item(_ item: Spec.Property, _ findings: Findings) {
        switch item.type.value {
        case .json, .map, .entries, .list, .serial:
            findings.error(
                .notServedYet, at: item.type.mark,
                "lists and maps of the type `\(item.type.value.word)` are not served yet",
                help: "hold single values, or make a resource of their own")
        default: break
        }
        for (name, isWritten) in [("optional", item.isOptional), ("default", item.defaultValue != nil)] where isWritten
        {
            findings.error(
                .keyDoesNotApply, at: item.type.mark, "`\(name)` says nothing about an item, which is there or not",
                help: "remove it")
        }
    }
}

extension Spec.FieldType {
    /// What a list or a map holds.
    var item: Spec.Property? {
        switch self {
        case .list(let item, _): item
        case .entries(let entries): entries.value
        default: nil
        }
    }
}
