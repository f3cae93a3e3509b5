/// Nobody gives others more than they have: a role that is granted may do nothing that those who grant it may not.
struct GrantsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let rights = spec.rights
        for case .granted(let name, let granting) in spec.planned.flatMap(\.mentions) {
            guard let granted = spec.roles.first(where: { $0.name.value == name.value }) else { continue }
            guard case .claim = granted.kind else {
                findings.error(
                    .grantAboveSelf, at: name.mark,
                    "`\(name.value)` is no role that anybody gives: it is not known by a `claim`",
                    help: "name a role such as `{claim: \(name.value)}`",
                    notes: [Related("it is here", at: granted.name.mark)])
                continue
            }
            for role in granting.roles {
                guard let giver = spec.roles.first(where: { $0.name.value == role.value }),
                    let excess = rights.first(where: { spec.admits(granted, $0.list) && !spec.admits(giver, $0.list) })
                else { continue }
                findings.error(
                    .grantAboveSelf, at: name.mark,
                    "`\(giver.name.value)` would give others the role `\(name.value)`, which \(excess.what), and may not itself",
                    help: "remove it, or let `\(giver.name.value)` do that too",
                    notes: excess.list.span.map { [Related("who may is said here", at: $0.start)] } ?? [])
            }
        }
    }
}

extension Spec {
    /// Whether everyone who has the role is let in by the list, whatever else they are.
    func admits(_ role: Role, _ list: AccessList) -> Bool {
        list.roles.contains { name in
            guard name.value != role.name.value else { return true }
            switch roles.first(where: { $0.name.value == name.value })?.kind {
            case .anyone: return true
            case .token: return role.kind != .anyone
            case .owner, .claim, nil: return false
            }
        }
    }

    /// Everything that a role can be let do, in the order of the spec, in words that follow "which".
    fileprivate var rights: [(what: String, list: AccessList)] {
        resources.flatMap { resource in
            let name = resource.name.value
            let allow = resource.allow
            return [
                ("may read any `\(name)`", allow.read), ("may list `\(name)`", allow.list),
                ("may create a `\(name)`", allow.create), ("may change any `\(name)`", allow.update),
                ("may delete any `\(name)`", allow.delete),
            ]
                + resource.fields.flatMap { field in
                    [
                        ("may read `\(name).\(field.name.value)`", field.read),
                        ("may set `\(name).\(field.name.value)`", field.write),
                    ]
                }
        } + operations.map { ("may call `\($0.name.value)`", $0.allow) }
    }
}
