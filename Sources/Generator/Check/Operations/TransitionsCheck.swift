/// `transitions:` are of an enum that bodies set, has a value in every record, and is not moved by operations; they name
/// values of it, and no step twice.
struct TransitionsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            for field in resource.enums {
                guard case .enumeration(let enumeration) = field.type.value,
                    let transitions = enumeration.transitions
                else { continue }
                let place = transitions.first?.from.mark ?? field.name.mark
                let isMoved = !StatesCheck.moves(of: field, in: resource, spec).isEmpty
                isTaken(field, isMoved: isMoved, place, findings)
                hasStates(field, enumeration, place, findings)
                names(transitions, enumeration, findings)
            }
        }
    }

    private func isTaken(_ field: Spec.Field, isMoved: Bool, _ place: Mark, _ findings: Findings) {
        let name = field.name.value
        if isMoved {
            findings.error(
                .stepsNotTaken, at: place, "operations move `\(name)`, and no body does",
                help: "remove `transitions`; the operations' `from` and `to` say the same")
        } else if field.isImmutable || field.isInternal || field.write.isEmpty {
            findings.error(
                .stepsNotTaken, at: place, "nobody changes `\(name)`, so it takes no step",
                help: "say who does: `write: admin`, without `immutable` and `internal`; or remove `transitions`")
        }
    }

    private func hasStates(
        _ field: Spec.Field, _ enumeration: Spec.Enumeration, _ place: Mark, _ findings: Findings
    ) {
        if field.isOptional, field.defaultValue == nil {
            findings.error(
                .noState, at: place, "a record without a `\(field.name.value)` is in no state that a step starts from",
                help: "write `default:` with the state where records begin, in place of `optional: true`")
        }
        if let open = enumeration.open, open.value {
            findings.error(
                .noState, at: open.mark, "an open enum has states that no step is known of", help: "remove `open: true`"
            )
        }
    }

    private func names(_ transitions: [Spec.Transition], _ enumeration: Spec.Enumeration, _ findings: Findings) {
        let known = enumeration.values.map(\.value)
        for transition in transitions {
            for state in [transition.from] + transition.to where !known.contains(state.value) {
                StatesCheck.unknown(state, known, findings)
            }
            for (place, state) in transition.to.enumerated() {
                if state.value == transition.from.value {
                    findings.error(
                        .needlessStep, at: state.mark, "a value may always stay as it is",
                        help: "remove `\(Words.shown(state.value))`")
                } else if transition.to[..<place].contains(where: { $0.value == state.value }) {
                    findings.error(
                        .needlessStep, at: state.mark,
                        "`\(Words.shown(state.value))` follows `\(Words.shown(transition.from.value))` twice",
                        help: "remove one of them")
                }
            }
        }
    }
}
