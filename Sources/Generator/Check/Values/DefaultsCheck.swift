/// A default obeys the rules that it stands beside.
struct DefaultsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for value in spec.typedValues where value.typeIsKnown {
            guard let standard = value.defaultValue else { continue }
            let rule = ValueRule(type: value.type.value, rules: value.rules)
            guard let fault = rule.fault(of: standard.value) else { continue }
            findings.error(
                .defaultBreaksRule, at: standard.mark, "the default \(fault.message)", help: fault.help)
        }
    }
}
