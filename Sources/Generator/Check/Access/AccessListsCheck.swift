/// Access lists are made of the roles of the spec, and owners' choices stand only where a field is read.
struct AccessListsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let check = AccessFindings(spec, findings)
        for resource in spec.resources {
            let allow = resource.allow
            for list in [allow.read, allow.list, allow.create, allow.update, allow.delete] {
                check.roles(list, resource)
                check.noChoices(list, "`allow`")
            }
            for field in resource.fields {
                check.roles(field.read, resource)
                check.roles(field.write, resource)
                check.noChoices(field.write, "`write`")
                check.choices(field.read, resource)
            }
        }
    }
}

/// The same for those who may call an operation.
struct OperationAccessCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let check = AccessFindings(spec, findings)
        for operation in spec.operations {
            guard let resource = spec.resources.first(where: { $0.name.value == operation.resource.value }) else {
                continue
            }
            check.roles(operation.allow, resource)
            check.noChoices(operation.allow, "`allow`")
            if operation.allow.isEmpty {
                findings.warning(
                    .operationForNobody, at: operation.name.mark,
                    "`\(Words.shown(operation.name.value))` has no `allow:`, so nobody can call it",
                    help: "add `allow: ROLE`")
            }
        }
    }
}

private struct AccessFindings {
    private let names: [String]
    private let known: Set<String>
    /// The roles that are somebody's relation to a record, with the key of the records.
    private let owners: [String: Located<String>]
    /// Of all resources: an owner by a key that none has is for `RolesCheck`.
    private let keys: Set<String>
    /// A role that anyone has, or any caller with a token.
    private let everybody: String?
    private let findings: Findings

    init(_ spec: Spec, _ findings: Findings) {
        self.names = spec.roles.map(\.name.value)
        self.known = Set(names)
        self.owners = Dictionary(
            spec.roles.compactMap { role in
                if case .owner(let field) = role.kind { (role.name.value, field) } else { nil }
            }, uniquingKeysWith: { first, _ in first })
        let references = spec.resources.flatMap(\.fields).filter { $0.reference?.value == .identity }
        self.keys = Set(spec.resources.map(\.key.value) + references.map(\.name.value))
        self.everybody =
            (spec.roles.first { $0.kind == .anyone } ?? spec.roles.first { $0.kind == .token })?.name.value
        self.findings = findings
    }

    func roles(_ list: Spec.AccessList, _ resource: Spec.Resource) {
        for role in list.roles {
            if !known.contains(role.value) {
                unknown(role)
            } else if let owner = owners[role.value],
                case let key = owner.value, key != resource.key.value, resource.field(named: key) == nil,
                keys.contains(key)
            {
                findings.error(
                    .unknownField, at: role.mark,
                    "`\(role.value)` is about `record.\(key)`, and the key here is `\(resource.key.value)`",
                    help: "name the key `\(key)`, or add a role with `when: actor.id == record.\(resource.key.value)`",
                    notes: [
                        Related("the role is declared here", at: owner.mark),
                        Related("the key of the resource is here", at: resource.key.mark),
                    ])
            }
        }
    }

    private func unknown(_ role: Located<String>) {
        let help =
            switch role.value {
            case "none": "write `none` by itself, without other roles"
            case "nobody": "write `none`"
            case "everyone", "everybody", "public", "all", "any", "anyone", "world", "*":
                "add `anyone: {}` under `roles` for callers without a token"
                    + (everybody.map { ", or write `\($0)`" } ?? "")
            default: Words.help(for: role.value, among: names, "the roles are")
            }
        findings.error(
            .unknownRole, at: role.mark, "there is no role `\(Words.shown(role.value))`", help: help)
    }

    func noChoices(_ list: Spec.AccessList, _ what: String) {
        for choice in list.visibilities {
            findings.error(
                .visibilityMismatch, at: choice.mark, "an owner chooses who sees a field; \(what) takes roles",
                help: "remove `{visibility: \(Words.shown(choice.value))}`, or move it to the `read` of a field")
        }
    }

    func choices(_ list: Spec.AccessList, _ resource: Spec.Resource) {
        for second in list.visibilities.dropFirst() {
            findings.error(
                .contradiction, at: second.mark, "one choice rules a field, and this is a second",
                help: "keep one `{visibility: …}`", notes: [Related("the first is here", at: list.visibilities[0].mark)]
            )
        }
        guard let choice = list.visibilities.first else { return }
        let declared = resource.visibility?.defaults.map(\.field.value) ?? []
        guard !declared.contains(choice.value) else { return }
        let name = Words.shown(choice.value)
        let help =
            resource.visibility == nil
            ? "give the resource `visibility: {levels: …, defaults: {\(name): …}, setting: …}`"
            : Words.nearest(to: choice.value, among: declared).map { "did you mean `\($0)`?" }
                ?? "add `\(name)` with its level under `visibility.defaults`"
        findings.error(
            .undeclaredVisibility, at: choice.mark, "`\(name)` is not under `visibility.defaults`", help: help,
            notes: resource.visibility?.defaults.first.map { [Related("they are here", at: $0.field.mark)] } ?? [])
    }
}
