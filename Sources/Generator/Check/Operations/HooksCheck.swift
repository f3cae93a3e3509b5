/// A hook is on something that happens.
struct HooksCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            for hook in resource.hooks where !happens(hook.moment, resource, spec) {
                let right =
                    switch hook.moment {
                    case .beforeCreate: "create"
                    case .beforeUpdate, .afterCommit: "update"
                    case .beforeDelete: "delete"
                    }
                findings.error(
                    .hookNeverCalled, at: hook.demand.span,
                    "nobody may do with `\(resource.name.value)` what `\(hook.moment.rawValue)` is called for",
                    help: "add `\(right): ROLE` to `allow`, or remove the hook")
            }
        }
    }

    private func happens(_ moment: Spec.Hook.Moment, _ resource: Spec.Resource, _ spec: Spec) -> Bool {
        let allow = resource.allow
        return switch moment {
        case .beforeCreate: !allow.create.isEmpty && resource.onePer == nil
        case .beforeUpdate: !allow.update.isEmpty
        case .beforeDelete: !allow.delete.isEmpty && resource.onePer == nil
        case .afterCommit:
            !allow.create.isEmpty || !allow.update.isEmpty || !allow.delete.isEmpty
                || spec.operations.contains { $0.resource.value == resource.name.value && $0.move != nil }
        }
    }
}
