/// A move of states names an enum that nobody writes, and values of it.
struct MovesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        var written: [Mark] = []
        for operation in spec.operations {
            guard let move = operation.move,
                let resource = spec.resources.first(where: { $0.name.value == operation.resource.value })
            else { continue }
            // That the records are parts is for `OperationNamesCheck`.
            guard resource.onePer == nil, let field = field(of: move, operation, resource, findings) else { continue }
            states(move, field, findings)
            if !field.write.isEmpty || field.isImmutable {
                let place = field.write.span?.start ?? field.name.mark
                guard !written.contains(place) else { continue }
                written.append(place)
                findings.error(
                    .writtenState, at: place,
                    "operations move `\(field.name.value)`, and a body could set it past them",
                    help: "write `write: none`, without `immutable`")
            }
        }
    }

    private func field(
        of move: Spec.Operation.Move, _ operation: Spec.Operation, _ resource: Spec.Resource, _ findings: Findings
    ) -> Spec.Field? {
        guard let name = move.field else { return usualField(operation, resource, findings) }
        guard let field = resource.field(named: name.value) else {
            findings.error(
                .unknownField, at: name.mark, "`\(resource.name.value)` has no field `\(Words.shown(name.value))`",
                help: Words.help(for: name.value, among: resource.enums.map(\.name.value), "its enums are"))
            return nil
        }
        guard case .enumeration = field.type.value else {
            if field.typeIsKnown {
                findings.error(
                    .stateField, at: name.mark, "`\(name.value)` is no enum, and states are the values of one",
                    help: Words.help(for: name.value, among: resource.enums.map(\.name.value), "its enums are"))
            }
            return nil
        }
        return field
    }

    private func usualField(
        _ operation: Spec.Operation, _ resource: Spec.Resource, _ findings: Findings
    ) -> Spec.Field? {
        let candidates = resource.stateFields
        if candidates.count == 1 { return candidates[0] }
        // A type that could not be read may be the enum.
        guard resource.fields.allSatisfy(\.typeIsKnown) else { return nil }
        let names = candidates.map(\.name.value)
        findings.error(
            .stateField, at: operation.name.mark,
            names.isEmpty
                ? "`\(resource.name.value)` has no enum that holds a state"
                : "the state may be in \(Words.list(names))",
            help: names.isEmpty
                ? "give it one: `{type: enum, of: [STATE, …], write: none}`" : "say which: `field: \(names[0])`")
        return nil
    }

    private func states(_ move: Spec.Operation.Move, _ field: Spec.Field, _ findings: Findings) {
        guard case .enumeration(let enumeration) = field.type.value else { return }
        let known = enumeration.values.map(\.value)
        for state in move.from + [move.to] where !known.contains(state.value) {
            StatesCheck.unknown(state, known, findings)
        }
        if move.from.isEmpty {
            findings.error(
                .missingKey, at: move.to.mark, "the move starts nowhere", help: "name a state under `from`")
        }
        if let same = move.from.first(where: { $0.value == move.to.value }) {
            findings.error(
                .contradiction, at: same.mark, "the move leads from `\(same.value)` to itself",
                help: "remove it from `from`")
        }
        for (place, state) in move.from.enumerated() where move.from[..<place].contains(state) {
            findings.error(
                .contradiction, at: state.mark, "`\(Words.shown(state.value))` is under `from` twice",
                help: "remove one of them")
        }
    }
}

extension Spec.Resource {
    var enums: [Spec.Field] {
        fields.filter { if case .enumeration = $0.type.value { true } else { false } }
    }
}
