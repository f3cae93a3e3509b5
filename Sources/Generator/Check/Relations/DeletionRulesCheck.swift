/// What a deletion does to the records that refer to the deleted one can be done.
struct DeletionRulesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let identities = Set(spec.resources.filter(\.keyIsIdentity).map(\.name.value))
        for resource in spec.resources {
            for field in resource.fields { self.field(field, identities, findings) }
        }
    }

    private func field(_ field: Spec.Field, _ identities: Set<String>, _ findings: Findings) {
        guard let rule = field.onDelete else { return }
        switch field.reference?.value {
        case nil:
            findings.error(
                .keyDoesNotApply, at: rule.mark, "`on_delete` says nothing about a field that refers to no resource",
                help: "remove it, or add `ref: RESOURCE`")
        case .identity:
            findings.error(
                .notServedYet, at: rule.mark, "what the end of an identity does to records is not served yet",
                help: "remove it: as long as a record refers to it, the identity stays")
        case .resource(let name) where rule.value != .restrict && identities.contains(name):
            findings.error(
                .notServedYet, at: rule.mark,
                "`\(name)` has an identity for its key, and its deletion is not served yet",
                help: "remove it, or write `on_delete: restrict`")
        case .resource:
            if rule.value == .null { clearing(field, rule, findings) }
        }
    }

    private func clearing(_ field: Spec.Field, _ rule: Located<Spec.OnDelete>, _ findings: Findings) {
        let name = field.name.value
        guard field.typeIsKnown else { return }
        if !field.isOptional || field.defaultValue != nil {
            findings.error(
                .deletionRule, at: rule.mark, "`\(name)` is never null, so a deletion cannot clear it",
                help: field.defaultValue == nil
                    ? "add `optional: true`, or write `on_delete: restrict`"
                    : "remove `default`, or write `on_delete: restrict`")
        } else if field.isImmutable {
            findings.error(
                .deletionRule, at: rule.mark, "`\(name)` is immutable, so a deletion cannot clear it",
                help: "remove `immutable`, or write `on_delete: restrict`")
        }
    }
}
