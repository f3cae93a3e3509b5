/// A setting that nobody has set has a value, or is said to have none.
struct SettingsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for property in spec.resources.flatMap(\.sections).flatMap(\.properties) {
            if let gate = property.gates, property.type.value != .bool, property.typeIsKnown {
                findings.error(
                    .keyDoesNotApply, at: gate.mark, "`gates` is for a setting that is a `bool`",
                    help: "remove it, or write `type: bool`")
            }
            if property.type.value == .serial {
                findings.error(
                    .ruleNeedsOtherType, at: property.type.mark, "a setting cannot be counted by the database",
                    help: "use `type: int`")
            }
            if case .map = property.type.value { continue }
            guard property.defaultValue == nil, !property.isOptional else { continue }
            findings.error(
                .contradiction, at: property.name.mark,
                "`\(property.name.value)` is not optional, and has no value until somebody sets it",
                help: "add `default: …` or `optional: true`")
        }
    }
}
