/// A reference has a target: the identity, or a resource whose records can be referred to by their key.
struct ReferencesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let resources = Dictionary(
            spec.resources.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        let names = ["identity"] + spec.resources.filter { $0.onePer == nil }.map(\.name.value)
        for resource in spec.resources {
            for field in resource.fields {
                guard let reference = field.reference, case .resource(let name) = reference.value else { continue }
                guard let target = resources[name] else {
                    findings.error(
                        .unknownResource, at: reference.mark, "there is no resource `\(Words.shown(name))` to refer to",
                        help: Words.help(for: name, among: names, "a field can refer to"))
                    continue
                }
                self.target(target, of: reference, findings)
                if field.name.value == resource.key.value {
                    findings.error(
                        .referenceTarget, at: reference.mark,
                        "the key of a resource is its own or an identity, not that of another resource",
                        help: "remove `ref`, and refer to `\(name)` by another field")
                }
            }
        }
    }

    private func target(_ target: Spec.Resource, of reference: Located<Spec.Reference>, _ findings: Findings) {
        let name = target.name.value
        if let parent = target.onePer {
            return findings.error(
                .referenceTarget, at: reference.mark,
                "`\(name)` is `one_per: \(Words.shown(parent.value))` and has no row of its own until it is written",
                help: "refer to `\(Words.shown(parent.value))`")
        }
        guard let key = target.field(named: target.key.value), key.typeIsKnown else { return }
        guard key.type.value == .uuid, key.unique?.value == .exact, !key.isInternal else {
            return findings.error(
                .referenceTarget, at: reference.mark, "the key `\(key.name.value)` of `\(name)` cannot be referred to",
                help: "make it `{type: uuid, unique: true, immutable: true}`")
        }
    }
}
