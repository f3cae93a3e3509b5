/// Whoever asks to be asked before a record is deleted is told where nobody asks: when it goes along with another record.
struct CascadedHooksCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            guard let hook = resource.hooks.first(where: { $0.moment == .beforeDelete }) else { continue }
            for field in resource.fields {
                guard let parent = field.parentOfCascade, Self.canGo(parent, spec) else { continue }
                findings.warning(
                    .hookPassedOver, at: hook.demand.mark,
                    "a `\(resource.name.value)` that goes along with its `\(parent)` is deleted without asking the hook",
                    help: "write `on_delete: restrict`, or ask in the hook of `\(parent)`",
                    notes: [Related("it goes along by this", at: field.name.mark)])
            }
        }
    }

    /// Whether records of a resource are deleted at all: by a caller, or with those that they refer to.
    private static func canGo(_ name: String, _ spec: Spec, after seen: Set<String> = []) -> Bool {
        guard let resource = spec.resources.first(where: { $0.name.value == name }), !seen.contains(name) else {
            return false
        }
        return !resource.allow.delete.isEmpty
            || resource.fields.compactMap(\.parentOfCascade).contains { canGo($0, spec, after: seen.union([name])) }
    }
}

extension Spec.Field {
    /// The resource whose record takes this one along when it is deleted.
    fileprivate var parentOfCascade: String? {
        guard onDelete?.value == .cascade, case .resource(let parent) = reference?.value else { return nil }
        return parent
    }
}
