@testable import Runtime

/// What squawk finds and is meant so, and why. One that nothing needs fails the test.
struct SquawkWaiver: Sendable {
    let rule: String
    /// What the line that it finds begins with and what it has in it, so that no other is waived.
    let line: (start: String, part: String)
    /// The phases in which it is meant.
    let phases: Set<MigrationScript.Step.Phase>
    let reason: String

    init(
        _ rule: String, _ start: String, _ part: String = "", _ phases: Set<MigrationScript.Step.Phase>,
        _ reason: String
    ) {
        (self.rule, self.line, self.phases, self.reason) = (rule, (start, part), phases, reason)
    }

    func covers(_ finding: Squawk.Finding, line: Substring, phase: MigrationScript.Step.Phase) -> Bool {
        finding.rule == rule && phases.contains(phase) && line.drop { $0 == " " }.hasPrefix(self.line.start)
            && line.contains(self.line.part)
    }

    static let all: [SquawkWaiver] = former + takenOver + changes

    /// What servers of the former contract need goes in the phase that waits until none of them runs.
    private static let former = [
        SquawkWaiver(
            "ban-drop-column", "ALTER TABLE ", "DROP COLUMN", [.contract],
            "only when no server of the former contract runs, by fingerprint where values are lost"),
        SquawkWaiver(
            "ban-drop-table", "DROP TABLE ", "", [.contract],
            "only when no server of the former contract runs, and by fingerprint"),
        SquawkWaiver(
            "ban-drop-default", "ALTER TABLE ", "DROP DEFAULT", [.contract],
            "only when no server of the former contract runs"),
        SquawkWaiver(
            "ban-drop-function", "DROP FUNCTION roster.twin_", "", [.contract],
            "the trigger's own function, which no client calls, goes with its trigger"),
        SquawkWaiver(
            "renaming-column", "ALTER TABLE ", "__next TO ", [.contract],
            "a type that changes under its name can't be rolling, and the plan says so: `standstill`"),
        SquawkWaiver(
            "renaming-object", "ALTER TABLE ", "RENAME CONSTRAINT", [.contract],
            "no client names constraints; ours get their names back when the old column has gone"),
        SquawkWaiver(
            "renaming-object", "ALTER INDEX ", "__next RENAME TO ", [.expand, .contract],
            "no client names indexes; the new one takes the place of the old one"),
        SquawkWaiver(
            "require-concurrent-index-deletion", "DROP INDEX IF EXISTS ", "", [.expand, .contract],
            "in one transaction with the renaming of the one that was built beside it: a catalogue change under lock_timeout"
        ),
    ]

    /// The tables that users of this system have already are taken over as they are.
    private static let takenOver = [
        SquawkWaiver(
            "prefer-bigint-over-int", "id SERIAL PRIMARY KEY", "", [.expand], "the column that tables in use have"),
        SquawkWaiver("prefer-identity", "id SERIAL PRIMARY KEY", "", [.expand], "the column that tables in use have"),
        SquawkWaiver(
            "adding-foreign-key-constraint", "ALTER TABLE user_profiles ADD COLUMN IF NOT EXISTS user_id", "",
            [.expand],
            "tables in use have the column; where it is missing the new one is null in every row"),
    ]

    private static let changes = [
        SquawkWaiver(
            "ban-drop-constraint", "ALTER TABLE ", "DROP CONSTRAINT", [.expand, .contract],
            "a rule that clients rely on is refused by the servers; in one transaction with the wider or narrower one"),
        SquawkWaiver(
            "ban-drop-not-null", "ALTER TABLE ", "DROP NOT NULL", [.expand],
            "servers of the former contract go on to write a value"),
        SquawkWaiver(
            "prefer-text-field", "ALTER TABLE ", " VARCHAR(", [.expand],
            "a longer VARCHAR is a catalogue change under lock_timeout, a shorter one goes by a second column"),
        SquawkWaiver("prefer-text-field", "", " VARCHAR(", [.expand], "of a table that is made in this step"),
        SquawkWaiver(
            "changing-column-type", "ALTER TABLE ", " TYPE VARCHAR(", [.expand],
            "only to a longer VARCHAR, which rewrites no row and reads for those who know a shorter one"),
        SquawkWaiver(
            "prefer-robust-stmts", "CREATE ", "INDEX CONCURRENTLY ", [.expand, .contract],
            "IF NOT EXISTS would take an invalid leftover for the index; the runner looks, and takes it away"),
    ]
}
