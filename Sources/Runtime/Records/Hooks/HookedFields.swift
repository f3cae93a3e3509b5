/// What a hook wrote of a change, for who hears Postgres refuse it.
struct HookedFields: Sendable {
    let function: HandFunction
    let fields: FieldMask
}

extension HookedFields {
    /// The fault when Postgres refused a value that the hook wrote; `nil` when it refused something else, or found a value
    /// taken, which is no mistake but a matter of what others have.
    func fault(_ error: PostgresError, _ facts: ResourceFacts) -> HandFault? {
        guard case .server(_, let constraint?, _, _) = error,
            let meaning = facts.constraints.first(where: { $0.constraint == constraint }), meaning.kind != .taken
        else { return nil }
        for (bit, name) in facts.fieldNames.enumerated() where fields.contains(FieldMask(field: bit)) {
            guard meaning.pointer == "/" + name.description else { continue }
            let rule = meaning.kind == .invalid ? "check" : "unknown_reference"
            return HandFault(function: function, kind: .rules([HandFault.Rule(field: name, rule)]))
        }
        return nil
    }
}
