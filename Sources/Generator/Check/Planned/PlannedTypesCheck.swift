/// What is said of a `secret` or of an `image` can be done with one, on the day on which they are served.
struct PlannedTypesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for field in spec.resources.flatMap(\.fields) {
            guard let type = field.plannedType else { continue }
            switch type.value {
            case .secret: secret(field, findings)
            case .image: unused(of: field, "image", Self.comparisons(field) + Self.textRules(field), findings)
            default: break
            }
        }
    }

    private func secret(_ field: Spec.Field, _ findings: Findings) {
        if let span = field.read.span, !field.read.isEmpty {
            findings.error(
                .shownSecret, at: span.start, "a `secret` is written and never read",
                help: "remove `read`; whoever may write it may write another")
        }
        // That what nobody reads is not asked about is for `ReadersCheck`.
        let asked = ["filter", "sort", "search"]
        unused(of: field, "secret", Self.comparisons(field).filter { !asked.contains($0.key) }, findings)
    }

    private func unused(
        of field: Spec.Field, _ word: String, _ uses: [(key: String, mark: Mark?)], _ findings: Findings
    ) {
        // A length that was not written stands at the name.
        for case (let key, let mark?) in uses where mark != field.name.mark {
            findings.error(
                .ruleNeedsOtherType, at: mark, "`\(key)` says nothing about values of the type `\(word)`",
                help: "remove `\(key)`")
        }
    }

    private static func comparisons(_ field: Spec.Field) -> [(key: String, mark: Mark?)] {
        [
            ("filter", field.filter.first { $0.value != .pr }?.mark),
            ("sort", field.isSortable ? field.sort?.mark : nil), ("search", field.search?.mark),
            ("unique", field.unique?.mark), ("ref", field.reference?.mark), ("min", field.rules.minimum?.mark),
            ("max", field.rules.maximum?.mark),
        ]
    }

    private static func textRules(_ field: Spec.Field) -> [(key: String, mark: Mark?)] {
        // A length at the name stands in for one that was not written.
        let length = field.rules.length.flatMap { $0.mark == field.name.mark ? nil : $0.mark }
        return [
            ("length", length), ("pattern", field.rules.pattern?.mark),
            ("normalise", field.rules.normalise.first?.mark),
        ]
    }
}
