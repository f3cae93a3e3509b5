/// Patterns are for text, and of the kind that is matched in linear time. `Pattern/` is the runtime's own matcher, so what
/// is accepted here is what it takes.
struct PatternCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for value in spec.typedValues where value.typeIsKnown {
            if case .entries(let entries) = value.type.value, let pattern = entries.pattern {
                compile(pattern, findings)
            }
            guard let pattern = value.rules.pattern else { continue }
            guard value.type.value.textLimits != nil else {
                findings.error(
                    .ruleNeedsOtherType, at: pattern.mark,
                    "a pattern is for text, not for `\(value.type.value.word)`", help: "remove `pattern`")
                continue
            }
            compile(pattern, findings)
        }
    }

    private func compile(_ pattern: Located<String>, _ findings: Findings) {
        do {
            _ = try LinearPattern(pattern.value)
        } catch {
            findings.error(
                .pattern, at: findings.mark(of: error.offset, in: pattern), error.message,
                help: "see `rosterc explain \(DiagnosticCode.pattern)` for what patterns can be made of")
        }
    }
}
