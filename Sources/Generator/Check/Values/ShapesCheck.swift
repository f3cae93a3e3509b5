/// The values inside of a JSON value are of types that are checked there.
struct ShapesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for value in spec.typedValues {
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
        case .decimal, .uuid, .map, .serial:
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
}
