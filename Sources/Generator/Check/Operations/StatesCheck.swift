/// Each state of an enum that operations move can be reached, and can be left.
struct StatesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            for field in resource.enums {
                guard case .enumeration(let enumeration) = field.type.value else { continue }
                declared(enumeration, findings)
                let moves = Self.moves(of: field, in: resource, spec)
                if moves.isEmpty {
                    needless(enumeration, field, findings)
                } else {
                    states(enumeration, field, moves, findings)
                }
            }
        }
    }

    private static func moves(
        of field: Spec.Field, in resource: Spec.Resource, _ spec: Spec
    ) -> [Spec.Operation.Move] {
        spec.operations.compactMap { operation in
            guard operation.resource.value == resource.name.value, let move = operation.move else { return nil }
            let name = move.field ?? resource.stateField?.name
            return name?.value == field.name.value ? move : nil
        }
    }

    private func declared(_ enumeration: Spec.Enumeration, _ findings: Findings) {
        let known = enumeration.values.map(\.value)
        for state in enumeration.initial + enumeration.final where !known.contains(state.value) {
            Self.unknown(state, known, findings)
        }
    }

    private func needless(_ enumeration: Spec.Enumeration, _ field: Spec.Field, _ findings: Findings) {
        guard let first = enumeration.initial.first ?? enumeration.final.first else { return }
        findings.error(
            .keyDoesNotApply, at: first.mark,
            "no operation moves `\(field.name.value)`, so it has no first or last states",
            help: "remove `initial` and `final`, or add an operation with `from` and `to`")
    }

    private func states(
        _ enumeration: Spec.Enumeration, _ field: Spec.Field, _ moves: [Spec.Operation.Move], _ findings: Findings
    ) {
        var begins = Set(enumeration.initial.map(\.value))
        if case .string(let state)? = field.defaultValue?.value { begins.insert(state) }
        // The first state is where a life begins that operations lead on from, as for who is invited.
        if let first = enumeration.values.first?.value, moves.contains(where: { $0.from.map(\.value).contains(first) })
        {
            begins.insert(first)
        }
        let reached = begins.union(moves.map(\.to.value))
        let known = Set(enumeration.values.map(\.value))
        let named = begins.union(enumeration.final.map(\.value))
            .union(moves.flatMap { $0.from.map(\.value) + [$0.to.value] })
        // A misspelled state is the one that would be missed.
        guard named.isSubset(of: known) else { return }
        let left = Set(moves.flatMap { $0.from.map(\.value) }).union(enumeration.final.map(\.value))
        for state in enumeration.values {
            if !reached.contains(state.value) {
                findings.error(
                    .unreachableState, at: state.mark,
                    "no operation leads to `\(state.value)`, and no record begins there",
                    help: "add an operation with `to: \(state.value)`, or `initial: [\(state.value)]` here")
            }
            if !left.contains(state.value) {
                findings.error(
                    .unreachableState, at: state.mark, "no operation leads out of `\(state.value)`",
                    help: "name it under the `from` of an operation, or write `final: [\(state.value)]` here")
            }
        }
    }

    static func unknown(_ state: Located<String>, _ known: [String], _ findings: Findings) {
        findings.error(
            .unknownMoveState, at: state.mark, "`\(Words.shown(state.value))` is not a value of the enum",
            help: Words.help(for: state.value, among: known, "its values are"))
    }
}
