extension RunnerSession {
    /// Compares what the database has with what the document says, and leaves nothing behind.
    /// - Parameter script: has the functions of the runtime.
    func drift(_ document: String, _ script: String) async throws(MigrationError) -> [Drift] {
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
        var drift = try await query(VerifySQL.runtime, [document, script], .look).map { row in
            Drift(
                kind: "runtime", table: "", name: row[0] ?? "", wanted: row[1] == nil ? "" : "that of this build",
                found: row[1])
        }
        for row in try await query(VerifySQL.tables, [document], .look) {
            guard let table = row[0], let making = row[1] else { continue }
            guard try await query("SELECT to_regclass($1) IS NOT NULL", [table], .look) == [["t"]] else {
                drift.append(Drift(kind: "table", table: table, name: "", wanted: "", found: nil))
                continue
            }
            try await execute(making, .look)
            let wanted = try await facts("pg_temp.roster_wanted")
            try await execute("DROP TABLE pg_temp.roster_wanted", .look)
            drift += TableFacts.drift(table, wanted, try await facts(table))
        }
        drift += try await query(VerifySQL.references, [document], .look).map { row in
            Drift(kind: "reference", table: row[0] ?? "", name: row[1] ?? "", wanted: row[2], found: nil)
        }
        try await execute("ROLLBACK", .commit)
        return drift
    }

    private func facts(_ table: String) async throws(MigrationError) -> [TableFacts.Fact] {
        try await query(VerifySQL.facts, [table], .look).compactMap(TableFacts.Fact.init)
    }
}

extension MigrationRunner {
    /// What is in the database otherwise than the migrations of the build have made it. Changes nothing and stops nobody;
    /// the user needs the right to make temporary tables.
    /// - Throws: also when the database is in another state than that of the build.
    package func verify(_ set: MigrationSet) async throws(MigrationError) -> [Drift] {
        try await verify(schema: set.schema, document: "\(set.document)", script: "\(set.whole)")
    }

    func verify(schema: String, document: String, script: String) async throws(MigrationError) -> [Drift] {
        try await withSession { session throws(MigrationError) in
            let isThere = try await session.isLedgerThere()
            let state = isThere ? try await session.history().first { $0.schema != nil } : nil
            guard let state, state.schema == schema else {
                throw session.error(
                    .unknownState, "it isn't where this build is, so there is nothing to compare it with",
                    "see `roster migrate status`, then migrate, or verify with the build that migrated it")
            }
            guard state.isContracted else { throw session.waits(state.migration ?? "a migration") }
            return try await session.drift(document, script)
        }
    }
}
