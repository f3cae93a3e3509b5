@testable import Runtime

/// A migration as its runner executes it, for those who read SQL alone: each step in the transaction, and under the
/// timeouts, that the runner puts around it.
struct SquawkScript {
    private(set) var lines: [Substring] = []
    /// The phase of each line, and the file it came from.
    private(set) var phases: [MigrationScript.Step.Phase] = []

    init(_ text: String) {
        let limits = MigrationLimits()
        for step in MigrationScript(text).steps {
            let timeout = "SET statement_timeout = \(limits.script.asSetting);\n"
            switch step.kind {
            case .check: add(timeout + step.sql, step.phase)
            case .index: add("SET lock_timeout = 0;\nSET statement_timeout = 0;\n" + step.sql, step.phase)
            case .transaction, .batches:
                let begin = "BEGIN;\nSET LOCAL lock_timeout = \(limits.tableLock.asSetting);\n"
                add(timeout + begin + step.sql + "\nCOMMIT;", step.phase)
            }
        }
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    private mutating func add(_ sql: String, _ phase: MigrationScript.Step.Phase) {
        let added = sql.split(separator: "\n", omittingEmptySubsequences: false)
        lines += added
        phases += added.map { _ in phase }
    }
}
