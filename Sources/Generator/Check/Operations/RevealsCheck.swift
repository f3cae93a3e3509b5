/// Whoever reads a computed field may read all that it is made of, or the spec says that so much is told on purpose.
struct RevealsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        guard spec.isWithinLimits else { return }
        for resource in spec.resources {
            for field in resource.fields {
                if let computed = field.computed {
                    self.field(field, inputs(computed, of: field, resource), resource, spec, findings)
                }
            }
        }
    }

    /// The names of what the value is made of.
    private func inputs(_ computed: Spec.Computed, of field: Spec.Field, _ resource: Spec.Resource) -> [String] {
        switch computed {
        case .expression(let text):
            // What is wrong with it, `ComputedCheck` says.
            let silent = Findings(SpecSource(path: "", bytes: []))
            return ComputedCheck.compile(text, field, resource, silent)?.fieldNames ?? []
        case .function(let function): return function.arguments.map(\.value)
        }
    }

    private func field(
        _ field: Spec.Field, _ inputs: [String], _ resource: Spec.Resource, _ spec: Spec, _ findings: Findings
    ) {
        let readers = Readers(spec, resource)
        for name in inputs {
            guard let stranger = readers.stranger(of: name, among: field.read),
                !field.reveals.contains(where: { $0.value == name })
            else { continue }
            findings.error(
                .computedReveals, at: field.read.span ?? field.name.span,
                "\(stranger) reads `\(field.name.value)`, which tells of `\(name)`, and may not read that",
                help: "let the same read both, or add `reveals: [\(name)]` if so much may be told",
                notes: resource.field(named: name).map { other in
                    [Related("`\(name)` is here", at: other.read.span?.start ?? other.name.mark)]
                } ?? [])
        }
        for name in field.reveals
        where readers.stranger(of: name.value, among: field.read) == nil
            || !inputs.contains(name.value)
        {
            findings.error(
                .computedField, at: name.span,
                inputs.contains(name.value)
                    ? "all who read `\(field.name.value)` may read `\(name.value)`, so nothing is told of it"
                    : "`\(field.name.value)` is not made of `\(Words.shown(name.value))`",
                help: "remove it from `reveals`")
        }
    }
}

/// Who reads the fields of a resource, as far as a spec tells it: where owners choose, the owner for certain, and whoever
/// the same choice lets in.
private struct Readers {
    private let roles: [String: Spec.Role.Kind]
    private let resource: Spec.Resource

    init(_ spec: Spec, _ resource: Spec.Resource) {
        self.roles = Dictionary(
            spec.roles.map { ($0.name.value, $0.kind) }, uniquingKeysWith: { first, _ in first })
        self.resource = resource
    }

    /// Somebody whom `list` may let in and who may be kept from the field `name`; `nil` when there is nobody.
    func stranger(of name: String, among list: Spec.AccessList) -> String? {
        let times = [resource.timestamps.created?.value, resource.timestamps.updated?.value]
        let other = times.contains(name) ? resource.allow.read : resource.field(named: name)?.read
        guard let other else { return nil }
        if let role = list.roles.first(where: { !reads($0.value, other) }) { return "`\(role.value)`" }
        let shared = other.visibilities.map(\.value)
        for choice in list.visibilities where !shared.contains(choice.value) {
            let levels = (resource.visibility?.levels ?? []).map(\.value).filter { $0 != "nobody" }
            let owners = roles.filter { isOwner($0.value) }.map(\.key).sorted()
            if let level = (levels + owners).first(where: { !reads($0, other) }) {
                return "`\(level)`, whom the choice for `\(Words.shown(choice.value))` may let in,"
            }
        }
        return nil
    }

    private func reads(_ role: String, _ list: Spec.AccessList) -> Bool {
        guard let kind = roles[role] else { return true }  // Told elsewhere.
        if isOwner(kind), !list.visibilities.isEmpty { return true }
        return list.roles.contains { reader in
            if reader.value == role { return true }
            return switch roles[reader.value] {
            case .anyone?: true
            case .token?: kind != .anyone
            default: false
            }
        }
    }

    /// Those whom the record's key names; they are let in at every level of a choice.
    private func isOwner(_ kind: Spec.Role.Kind) -> Bool {
        if case .owner(let field) = kind { field.value == resource.key.value } else { false }
    }
}
