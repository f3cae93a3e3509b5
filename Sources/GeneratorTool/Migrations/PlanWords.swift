import Generator

/// A plan as people read it at the terminal.
enum PlanWords {
    static func text(_ plan: MigrationPlan) -> String {
        var lines: [String] = []
        for (index, step) in plan.steps.enumerated() {
            let lost = step.isDestructive ? "  LOSES VALUES" : ""
            lines.append("\(index + 1). \(step.phase.rawValue)\(lost)")
            lines += step.words.split(separator: "\n").map { "   \($0)" }
            lines.append("   \(step.effect)")
            lines += step.sql.split(separator: "\n", omittingEmptySubsequences: false).map { "       \($0)" }
            lines.append("")
        }
        if plan.steps.isEmpty { lines.append("No statement is run: the spec has other words for the same columns.") }
        if let fingerprint = plan.fingerprint {
            lines.append("Values are lost: the runner wants `roster migrate up --accept \(fingerprint)`.")
        }
        if plan.steps.contains(where: { $0.phase == .contract }) {
            lines.append(
                plan.isRolling
                    ? "Servers of both contracts work until the contract steps, which are for when the old ones are gone."
                    : "Servers of the new contract work when the contract steps are done, and those of the old one until then."
            )
        } else {
            lines.append("Servers of both contracts work at any time.")
        }
        return lines.joined(separator: "\n")
    }
}
