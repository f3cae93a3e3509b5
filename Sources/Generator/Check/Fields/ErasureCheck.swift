/// What is said about the end of a value can be done: `delete` needs a field that may be empty, and what is kept needs a
/// reason and an end.
struct ErasureCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for field in spec.resources.flatMap(\.fields) {
            guard let erasure = field.erasure else { continue }
            switch erasure.action.value {
            case .keep: keep(erasure, findings)
            case .delete where !field.isOptional:
                findings.error(
                    .erasure, at: erasure.action.mark, "the field is required, and `delete` would leave it empty",
                    help: "write `anonymise`, or `optional: true`")
            case .delete, .anonymise: strangers(erasure, findings)
            }
        }
    }

    private func keep(_ erasure: Spec.Erasure, _ findings: Findings) {
        if erasure.basis == nil || erasure.until == nil {
            findings.error(
                .erasure, at: erasure.action.mark, "a value is kept for a legal reason and until an end",
                help: "write `erase: {action: keep, basis: \"tax law\", until: 3650d}`")
        }
        if let basis = erasure.basis, basis.value.isEmpty || TextCheck.control(in: basis.value, allowing: []) != nil {
            findings.error(.erasure, at: basis.mark, "the legal basis is no line of text", help: "name the law")
        }
    }

    private func strangers(_ erasure: Spec.Erasure, _ findings: Findings) {
        for mark in [erasure.basis?.mark, erasure.until?.mark].compactMap({ $0 }) {
            findings.error(.erasure, at: mark, "only a value that is kept has this", help: "remove it")
        }
    }
}
