/// A role that depends on the record names what the record tells of its owner: the key of a resource, or a field that refers
/// to the identity.
struct RolesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let keys = spec.resources.map(\.key.value)
        let references = spec.resources.flatMap(\.fields).filter { $0.reference?.value == .identity }
        let known = Set(keys + references.map(\.name.value))
        for role in spec.roles {
            guard case .owner(let field) = role.kind, !known.contains(field.value), !keys.isEmpty else { continue }
            findings.error(
                .unknownField, at: field.mark,
                "`\(Words.shown(field.value))` is no key of a resource, and no field with `ref: identity`",
                help: "write `when: actor.id == record.\(keys[0])`: a record is its owner's by its key")
        }
    }
}
