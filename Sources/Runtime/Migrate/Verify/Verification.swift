/// What `roster migrate verify` has found.
package struct Verification: Equatable, Sendable, Codable {
    package var drift: [Drift]
    /// What is still to come, of a migration that has begun; `nil` when the database is at its end.
    package var unfinished: Unfinished?

    package struct Unfinished: Equatable, Sendable, Codable {
        /// `0002_job_title`
        package let migration: String
        /// What the steps do that wait, in words, by their phases: `contract: Drops persons.note with its values`.
        package let steps: [String]
    }

    /// Whether nothing of ours is otherwise than what was run so far has made it.
    package var isClean: Bool { !drift.contains { $0.level == .error } }
}

/// The steps of a migration that are not done, as far as they explain what a database has otherwise than in the end.
struct WaitingSteps {
    let steps: [MigrationScript.Step]

    /// Differences from the end of the migration that a step is to take away are waiting, and none of them an error.
    func explain(_ drift: [Drift]) -> [Drift] {
        drift.map { drift in
            var drift = drift
            if steps.contains(where: { $0.kind != .check && explains($0, drift) }) { drift.level = .waiting }
            return drift
        }
    }

    /// What is missing must be made by the step. Statements name a column, a rule or a trigger together with its table, and an
    /// index by itself. What is in no table is the runtime's, and no migration changes it.
    private func explains(_ step: MigrationScript.Step, _ drift: Drift) -> Bool {
        guard drift.found != nil else { return makes(step.sql, drift) }
        guard drift.kind != "index" else { return mentions(step.sql, drift.name) }
        guard !drift.table.isEmpty else { return false }
        return mentions(step.sql, drift.table) && (drift.name.isEmpty || mentions(step.sql, drift.name))
    }

    private func makes(_ sql: String, _ drift: Drift) -> Bool {
        let name = drift.name
        return switch drift.kind {
        case "table": sql.contains("CREATE TABLE \(drift.table) ")
        case "index": sql.contains("INDEX CONCURRENTLY \(name) ON ") || sql.contains(" TO \(name);")
        case "reference":
            sql.contains(" FOREIGN KEY (\(name)) ")
                || sql.contains("ALTER TABLE \(drift.table) RENAME COLUMN ")
                    && sql.contains(" TO \(name);")
        default:
            sql.contains("ALTER TABLE \(drift.table) ")
                && [" ADD COLUMN \(name) ", " ADD CONSTRAINT \(name) ", " TO \(name);"].contains(where: sql.contains)
        }
    }

    private func mentions(_ sql: String, _ name: String) -> Bool {
        sql.ranges(of: name).contains { range in
            let before = range.lowerBound == sql.startIndex ? nil : sql[sql.index(before: range.lowerBound)]
            let after = range.upperBound == sql.endIndex ? nil : sql[range.upperBound]
            return ![before, after].contains { $0.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
        }
    }

    /// Something that a step takes away, renames or validates.
    struct Need: Equatable {
        let kind: String
        let table: String
        let name: String
    }

    /// What must be there for the steps to go on, and none of them makes before.
    var needs: [Need] {
        var made: [Need] = []
        var needs: [Need] = []
        for line in steps.filter({ $0.kind != .check }).flatMap({ $0.sql.split(separator: "\n") }) {
            let words = line.split { " ;(".contains($0) }.map(String.init)
            guard words.count > 4 else { continue }
            let name = words.count > 5 ? words[5] : ""
            var need: Need?
            switch (words[0], words[1], words[3]) {
            case ("ALTER", "TABLE", "ADD") where words[4] == "COLUMN":
                made.append(Need(kind: "column", table: words[2], name: name))
            case ("ALTER", "TABLE", "ADD"): made.append(Need(kind: "check", table: words[2], name: name))
            case ("CREATE", "TRIGGER", _):
                made.append(Need(kind: "trigger", table: words[words.count - 1], name: words[2]))
            case ("ALTER", "TABLE", "DROP") where words[4] == "COLUMN",
                ("ALTER", "TABLE", "RENAME") where words[4] == "COLUMN":
                need = Need(kind: "column", table: words[2], name: name)
            // What a reference is called is no matter; that it is there is looked at by its columns.
            case ("ALTER", "TABLE", "VALIDATE") where !name.hasSuffix("_fkey"):
                need = Need(kind: "check", table: words[2], name: name)
            case ("DROP", "TRIGGER", "ON"): need = Need(kind: "trigger", table: words[4], name: words[2])
            default: break
            }
            if let need, !made.contains(need) { needs.append(need) }
        }
        return needs
    }
}
