/// Lengths and normal forms are for text, and leave some text possible.
struct TextRulesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for value in spec.typedValues where value.typeIsKnown {
            if let length = value.rules.length { self.length(length, value.type.value, findings) }
            normalisation(value, findings)
        }
    }

    private func length(
        _ length: Located<Spec.LengthRange>, _ type: Spec.FieldType, _ findings: Findings
    ) {
        guard let limits = type.textLimits else {
            return findings.error(
                .ruleNeedsOtherType, at: length.mark, "values of the type `\(type.word)` have no length",
                help: type.isNumberOrTime ? "bound a number by `min` and `max`" : "remove `length`")
        }
        let maximum = length.value.maximum ?? limits.usual
        if maximum > limits.most {
            findings.error(
                .impossibleRange, at: length.mark,
                "a value of the type `\(type.word)` has at most \(limits.most) characters",
                help: "write `length: \(length.value.minimum)..\(limits.most)`, or leave it out")
        } else if maximum < max(1, length.value.minimum) {
            findings.error(
                .impossibleRange, at: length.mark, "no text has from \(length.value.minimum) to \(maximum) characters",
                help: "write the smaller number first: `1..100`")
        }
    }

    private func normalisation(_ value: any TypedValue, _ findings: Findings) {
        let type = value.type.value
        var first: [Spec.Normalisation: Mark] = [:]
        for step in value.rules.normalise {
            if type.textLimits == nil {
                findings.error(
                    .ruleNeedsOtherType, at: step.mark, "`\(step.value.rawValue)` is for text, not for `\(type.word)`",
                    help: "remove `normalise`")
            } else if step.value == .lower, type == .country || type == .timezone {
                findings.error(
                    .contradiction, at: step.mark, "a `\(type.word)` has capitals, and lower-case ones are refused",
                    help: "remove `lower`")
            }
            guard let other = first.updateValue(step.mark, forKey: step.value) else { continue }
            findings.error(
                .nameUsedTwice, at: step.mark, "`\(step.value.rawValue)` is here twice",
                help: "keep the one in line \(other.line)")
        }
    }
}
