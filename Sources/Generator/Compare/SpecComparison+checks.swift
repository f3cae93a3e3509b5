extension SpecComparison {
    /// Conditions over several fields; what they say to people is no rule.
    mutating func compareChecks(_ before: Contract.Resource, _ after: Contract.Resource) {
        for check in before.checks {
            let subject = "\(before.name).check.\(check.name)"
            guard let other = after.checks.first(where: { $0.name == check.name }) else {
                report(.checkRemoved, subject, "the condition `\(check.name)` of `\(before.name)` is gone")
                continue
            }
            if check.expression != other.expression {
                report(.checkChanged, subject, "the condition `\(check.name)` of `\(before.name)` is another one")
            }
        }
        for check in after.checks where !before.checks.contains(where: { $0.name == check.name }) {
            report(.checkAdded, "\(before.name).check.\(check.name)", "`\(before.name)`: \(check.message)")
        }
    }
}
