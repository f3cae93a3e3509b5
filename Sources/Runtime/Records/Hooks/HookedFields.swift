/// What a hook wrote of a change, for who hears it refused.
struct HookedFields: Sendable {
    let fields: FieldMask
    /// Counts a fault of the hook and gives it, to be thrown: `HandCall.fault`.
    let counted: @Sendable (HandFault.Kind) -> HandFault
}

extension HookedFields {
    /// The fault when Postgres refused a value that the hook wrote, or wrote one of when the rule is over several;
    /// `nil` when it refused something else, or found a value taken, which is no mistake but a matter of what others
    /// have.
    func fault(_ error: PostgresError, _ facts: ResourceFacts) -> HandFault? {
        guard case .server(_, let constraint?, _, _) = error,
            let meaning = facts.constraints.first(where: { $0.constraint == constraint }), meaning.kind != .taken
        else { return nil }
        return fault(meaning.kind == .invalid ? "check" : "unknown_reference", facts, at: meaning.isOver)
    }

    /// The fault when the record is in a state that a value of the hook's does not follow; `nil` when it is the
    /// caller's.
    func fault(_ step: StateStep, _ facts: ResourceFacts) -> HandFault? {
        fault("illegal_transition", facts) { $0 == step.field.description }
    }

    private func fault(_ rule: String, _ facts: ResourceFacts, at isBroken: (String) -> Bool) -> HandFault? {
        let broken = facts.fieldNames.enumerated().filter { bit, name in
            fields.contains(FieldMask(field: bit)) && isBroken(name.description)
        }
        return broken.isEmpty ? nil : counted(.rules(broken.map { HandFault.Rule(field: $0.element, rule) }))
    }
}
