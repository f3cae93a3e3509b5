/// A role that depends on the record names what the record is known by: the key of a resource.
struct RolesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let keys = spec.resources.map(\.key.value)
        for role in spec.roles {
            guard case .owner(let field) = role.kind, !keys.contains(field.value), !keys.isEmpty else { continue }
            findings.error(
                .unknownField, at: field.mark, "no resource has the key `\(Words.shown(field.value))`",
                help: "write `when: actor.id == record.\(keys[0])`: a record is its owner's by its key")
        }
    }
}
