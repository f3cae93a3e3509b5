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
        let minimum = length.value.minimum
        let maximum = length.value.maximum ?? limits.usual
        if maximum > limits.most {
            findings.error(
                .impossibleRange, at: length.mark,
                "a value of the type `\(type.word)` has at most \(limits.most) characters",
                help: "write `length: \(minimum == 0 ? "" : "\(minimum)")..\(limits.most)`, or leave it out")
        } else if maximum == 0 {
            findings.error(
                .impossibleRange, at: length.mark, "only the empty text has no characters",
                help: "write `length: ..100`")
        } else if maximum < minimum {
            findings.error(
                .impossibleRange, at: length.mark, "no text has from \(minimum) to \(maximum) characters",
                help: length.value.maximum == nil
                    ? "write the upper end too; it is \(maximum) otherwise" : "write `length: \(maximum)..\(minimum)`")
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
                help: "remove one of them", notes: [Related("the other is here", at: other)])
        }
    }
}
