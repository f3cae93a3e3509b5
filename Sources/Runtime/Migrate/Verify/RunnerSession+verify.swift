extension RunnerSession {
    /// Compares what the database has with what the document says, and leaves nothing behind: what should be is made
    /// in the session's temporary schema and undone, so that Postgres spells both.
    /// - Parameters:
    ///   - script: makes what is the runtime's own.
    ///   - waiting: what isn't done yet of what leads to the document.
    func drift(
        _ document: String, _ script: String, _ waiting: WaitingSteps
    ) async throws(MigrationError) -> [Drift] {
        // Names are spelled as they would be in a session of the runner.
        try await execute(
            """
            BEGIN ISOLATION LEVEL READ COMMITTED;
            SET LOCAL client_min_messages = error;
            SET LOCAL lock_timeout = \(limits.tableLock.asSetting);
            SELECT set_config('search_path',
                COALESCE(string_agg(quote_ident(name), ', ' ORDER BY place), ''), true)
            FROM unnest(current_schemas(false)) WITH ORDINALITY AS path (name, place) WHERE name <> 'roster'
            """, .begin)
        var drift = try await runtimeDrift(document, script)
        // A table of the spec may be called as one of the runtime is.
        try await execute("ROLLBACK TO SAVEPOINT own", .look)
        for row in try await query(VerifySQL.tables, [document], .look) {
            guard let table = row[0], let making = row[1] else { continue }
            guard try await isThere(table) else {
                drift.append(Drift(kind: "table", table: table, name: "", wanted: "", found: nil))
                continue
            }
            try await execute(making, .look)
            drift += try await tableDrift(table, as: "pg_temp.roster_wanted")
            try await execute("DROP TABLE pg_temp.roster_wanted", .look)
        }
        drift += try await query(VerifySQL.references, [document], .look).map { row in
            Drift(kind: "reference", table: row[0] ?? "", name: row[1] ?? "", wanted: row[2], found: nil)
        }
        let known = Set(drift.filter { $0.kind == "table" }.map(\.table))
        let explained = waiting.explain(drift) + (try await lacking(waiting, besides: known))
        try await execute("ROLLBACK", .commit)
        return explained
    }

    /// What the steps to come need, and isn't there: they would fail, or what they rely on was lost meanwhile.
    private func lacking(
        _ waiting: WaitingSteps, besides known: Set<String>
    ) async throws(MigrationError) -> [Drift] {
        var drift: [Drift] = []
        for (table, needs) in Dictionary(grouping: waiting.needs, by: \.table).sorted(by: { $0.key < $1.key }) {
            guard !known.contains(table) else { continue }
            guard try await isThere(table) else {
                drift.append(Drift(kind: "table", table: table, name: "", wanted: "", found: nil))
                continue
            }
            let found = try await facts(table)
            for need in needs {
                let fact = found.first { $0.kind == need.kind && $0.name == need.name }
                guard fact == nil || fact?.definition.hasSuffix(VerifySQL.disabled) == true else { continue }
                drift.append(
                    Drift(kind: need.kind, table: table, name: need.name, wanted: "", found: fact?.definition))
            }
        }
        return drift
    }

    private func runtimeDrift(_ document: String, _ script: String) async throws(MigrationError) -> [Drift] {
        try await execute("SAVEPOINT own; \(RuntimeScript.temporary(script))", .look)
        var drift: [Drift] = []
        for row in try await query(VerifySQL.runtime, [document], .look) {
            guard row.count == 4, let kind = row[0], let name = row[1] else { continue }
            if row[3] == nil {
                drift.append(
                    Drift(
                        kind: kind, table: kind == "table" ? name : "", name: kind == "table" ? "" : name, wanted: "",
                        found: nil))
            } else if kind == "table" {
                drift += try await tableDrift(name, as: name.replacing("roster.", with: "pg_temp."))
            } else if let wanted = row[2], wanted != row[3] {
                drift.append(Drift(kind: kind, table: "", name: name, wanted: wanted, found: row[3]))
            }
        }
        return drift
    }

    private func isThere(_ table: String) async throws(MigrationError) -> Bool {
        try await query("SELECT to_regclass($1) IS NOT NULL", [table], .look) == [["t"]]
    }

    private func tableDrift(_ table: String, as wanted: String) async throws(MigrationError) -> [Drift] {
        TableFacts.drift(table, try await facts(wanted), try await facts(table))
    }

    private func facts(_ table: String) async throws(MigrationError) -> [TableFacts.Fact] {
        try await query(VerifySQL.facts, [table], .look).compactMap(TableFacts.Fact.init)
    }
}
