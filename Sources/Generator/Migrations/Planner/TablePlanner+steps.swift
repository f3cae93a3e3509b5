/// The shapes that steps have.
extension TablePlanner {
    /// - Parameter isLate: after what fills the columns.
    mutating func append(_ step: MigrationStep, isLate: Bool = false) {
        switch step.phase {
        case .check: steps.checks.append(step)
        case .expand where isLate: steps.finish.append(step)
        case .expand: steps.expand.append(step)
        case .backfill: steps.backfill.append(step)
        case .contract: steps.contract.append(step)
        }
    }

    /// - Parameter unbound: columns whose references go.
    mutating func transaction(
        _ phase: MigrationStep.Phase, _ words: String, _ sql: String, isLate: Bool = false,
        unbound: [Schema.Column] = []
    ) {
        append(
            MigrationStep(
                phase: phase, kind: .transaction, words: words,
                lock: Self.exclusive(table, unbound), sql: sql),
            isLate: isLate)
    }

    /// A reference that goes takes its triggers off the table that it refers to, under the same lock.
    static func exclusive(_ table: String, _ unbound: [Schema.Column]) -> String {
        let referred = Set(unbound.compactMap { $0.reference?.table }).subtracting([table]).sorted()
        return "ACCESS EXCLUSIVE on \(([table] + referred).joined(separator: " and "))"
    }

    mutating func validate(_ constraint: String, _ phase: MigrationStep.Phase) {
        append(
            MigrationStep(
                phase: phase, kind: .transaction, words: "Looks whether the rows that are there obey \(constraint).",
                lock: "SHARE UPDATE EXCLUSIVE on \(table), beside which rows are read and written", work: .scans,
                sql: "ALTER TABLE \(table) VALIDATE CONSTRAINT \(constraint);"),
            isLate: true)
    }

    /// The column that rows are gone through by: of a unique index, and never null.
    private var order: String { new.columns.first(where: \.isPrimary)?.name ?? new.key }

    /// Sets columns of the rows that need it, by the primary key, some at a time.
    mutating func fill(
        _ words: String, _ assignment: String, _ condition: String, _ phase: MigrationStep.Phase = .backfill
    ) {
        let key = order
        let type =
            new.column(named: key)?.type == "SERIAL" ? "bigint" : new.column(named: key)?.type.lowercased() ?? "uuid"
        append(
            MigrationStep(
                phase: phase, kind: .batches, words: words, lock: nil, work: .writes,
                sql: """
                    WITH batch AS (
                        SELECT \(key) AS id FROM \(table) WHERE $1::\(type) IS NULL OR \(key) > $1::\(type)
                        ORDER BY \(key) LIMIT $2::bigint
                    ), written AS (
                        UPDATE \(table) SET \(assignment)
                        WHERE \(key) IN (SELECT id FROM batch) AND \(condition) RETURNING 1
                    )
                    SELECT (SELECT count(*) FROM batch), (SELECT count(*) FROM written),
                        (SELECT id::text FROM batch ORDER BY id DESC LIMIT 1);
                    """))
    }

    /// Asks for the rows of a condition: how many, and the ids of the first of them; never a value.
    func rows(_ words: String, _ condition: String, phase: MigrationStep.Phase = .check) -> MigrationStep {
        // A table that was taken over may have rows without a key.
        let name = new.key == order ? "\(new.key)::text" : "COALESCE(\(new.key)::text, '\(order) ' || \(order)::text)"
        return MigrationStep(
            phase: phase, kind: .check, words: "Finds \(words); there must be none.", lock: nil, work: .scans,
            sql: """
                SELECT count(*) OVER (), \(name) FROM \(table) WHERE \(condition)
                ORDER BY \(order) LIMIT 20;
                """)
    }

    func duplicates(_ rule: Schema.Rule, _ expression: String) -> MigrationStep {
        MigrationStep(
            phase: .check, kind: .check,
            words: "Finds values of `\(rule.field)` that stand in several rows of \(table); there must be none.",
            lock: nil,
            work: .scans,
            sql: """
                SELECT count(*) OVER (), string_agg(COALESCE(\(new.key)::text, '?'), ' = ' ORDER BY \(order)) FROM \(table)
                WHERE (\(expression)) IS NOT NULL GROUP BY (\(expression)) HAVING count(*) > 1
                ORDER BY min(\(order)::text) LIMIT 20;
                """)
    }
}
