/// Each state of an enum that operations or transitions move can be reached, and can be left.
struct StatesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            for field in resource.enums {
                guard case .enumeration(let enumeration) = field.type.value else { continue }
                declared(enumeration, findings)
                let moves = Self.moves(of: field, in: resource, spec)
                if !moves.isEmpty {
                    let steps = moves.flatMap { move in move.from.map { Step(from: $0.value, to: move.to.value) } }
                    states(enumeration, field, steps, .operations, findings)
                } else if let transitions = enumeration.transitions {
                    let steps = transitions.flatMap { from in
                        from.to.map { Step(from: from.from.value, to: $0.value) }
                    }
                    states(enumeration, field, steps, .transitions, findings)
                } else {
                    needless(enumeration, field, findings)
                }
            }
        }
    }

    private struct Step {
        let from: String
        let to: String
    }

    private enum Mover {
        case operations, transitions

        var noun: String { self == .operations ? "operation" : "transition" }
    }

    static func moves(
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
            "neither operations nor `transitions` move `\(field.name.value)`, so it has no first or last states",
            help: "remove `initial` and `final`, or add `transitions`, or an operation with `from` and `to`")
    }

    /// The states to which steps lead from the first ones, over however many others: two states that lead to each other alone
    /// are reached by nobody.
    private static func reached(from begins: Set<String>, by steps: [Step]) -> Set<String> {
        var reached = begins
        var next = Array(begins)
        while let state = next.popLast() {
            for step in steps where step.from == state && reached.insert(step.to).inserted { next.append(step.to) }
        }
        return reached
    }

    private func states(
        _ enumeration: Spec.Enumeration, _ field: Spec.Field, _ steps: [Step], _ mover: Mover, _ findings: Findings
    ) {
        var begins = Set(enumeration.initial.map(\.value))
        if case .string(let state)? = field.defaultValue?.value { begins.insert(state) }
        switch mover {
        case .operations:
            // The first state is where a life begins that operations lead on from, as for who is invited.
            if let first = enumeration.values.first?.value, steps.contains(where: { $0.from == first }) {
                begins.insert(first)
            }
        case .transitions:
            // Where nothing says where records begin, they begin anywhere.
            if begins.isEmpty { begins.formUnion(enumeration.values.map(\.value)) }
        }
        let reached = Self.reached(from: begins, by: steps)
        let known = Set(enumeration.values.map(\.value))
        let named = begins.union(enumeration.final.map(\.value))
            .union(steps.flatMap { [$0.from, $0.to] })
        // A misspelled state is the one that would be missed.
        guard named.isSubset(of: known) else { return }
        let left = Set(steps.map(\.from)).union(enumeration.final.map(\.value))
        for state in enumeration.values {
            if !reached.contains(state.value) {
                findings.error(
                    .unreachableState, at: state.mark,
                    "no \(mover.noun) leads to `\(state.value)` from where records begin",
                    help: mover == .operations
                        ? "add an operation with `to: \(state.value)`, or `initial: [\(state.value)]` here"
                        : "name it under `transitions`, or write `initial: [\(state.value)]` here")
            }
            if !left.contains(state.value) {
                findings.error(
                    .unreachableState, at: state.mark, "no \(mover.noun) leads out of `\(state.value)`",
                    help: mover == .operations
                        ? "name it under the `from` of an operation, or write `final: [\(state.value)]` here"
                        : "write `\(state.value): [STATE]` under `transitions`, or `final: [\(state.value)]` here")
            }
        }
    }

    static func unknown(_ state: Located<String>, _ known: [String], _ findings: Findings) {
        findings.error(
            .unknownMoveState, at: state.mark, "`\(Words.shown(state.value))` is not a value of the enum",
            help: Words.help(for: state.value, among: known, "its values are"))
    }
}
