extension CompareRule {
    /// What `rosterc explain` says.
    package var explanation: String { "\(self) \(name): \(severity.word)\n\n\(reason)\n\(remedy)" }

    /// The table of `docs/diff.md`.
    package static var page: String {
        let rows = allCases.map { "| \($0) | `\($0.name)` | \($0.severity.word) | \($0.reason) | \($0.remedy) |\n" }
        return "| rule | name | | why | what to do |\n|---|---|---|---|---|\n" + rows.joined()
    }
}
