/// A role that is a relation to a record is used where the record tells whose it is, and for operations on one record.
struct OwnershipCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let owners = Dictionary(
            spec.roles.compactMap { role in
                if case .owner(let field) = role.kind { (role.name.value, field.value) } else { nil }
            }, uniquingKeysWith: { first, _ in first })
        for resource in spec.resources {
            let allow = resource.allow
            let lists =
                [allow.read, allow.update, allow.delete] + resource.fields.flatMap { [$0.read, $0.write] }
            for role in lists.flatMap(\.roles) {
                guard let name = owners[role.value] else { continue }
                field(named: name, role, resource, findings)
            }
            guard resource.onePer == nil else { continue }
            for (word, list) in [("list", allow.list), ("create", allow.create)] {
                for role in list.roles where owners[role.value] != nil {
                    findings.error(
                        .ownership, at: role.mark,
                        "`\(role.value)` is a relation to one record, and `\(word)` is about none in particular",
                        help: "remove it, or name a role that a token grants")
                }
            }
        }
    }

    private func field(
        named name: String, _ role: Located<String>, _ resource: Spec.Resource, _ findings: Findings
    ) {
        // What belongs to another record has that one's key, and a field that is not there is told elsewhere.
        guard resource.onePer == nil, let field = resource.field(named: name), field.typeIsKnown else { return }
        if field.reference?.value != .identity {
            findings.error(
                .ownership, at: role.mark,
                "`\(role.value)` is whom `\(name)` names, and `\(name)` of `\(resource.name.value)` is no identity",
                help: "add `ref: identity` to `\(name)`, or use another role")
        } else if field.isInternal {
            findings.error(
                .notServedYet, at: role.mark, "an owner whom an internal field names is not served yet",
                help: "remove `internal` from `\(name)`")
        }
    }
}
