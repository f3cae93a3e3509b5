/// Which migrations come next.
extension RunnerSession {
    /// Those that the database hasn't gone through.
    func pending(_ set: MigrationSet, _ history: [MigrationState]) throws(MigrationError) -> [CommittedMigration] {
        guard let state = history.first(where: { $0.schema != nil })?.schema else { return set.committed }
        if let place = set.committed.lastIndex(where: { $0.to == state }) {
            let next = Array(set.committed[(place + 1)...])
            let entries = history.map(\.standing)
            if !next.contains(where: { DatabaseStanding.hasRun($0.id, entries) }) { return next }
        }
        // A database that is where the build is needs nothing, by whatever way it came there.
        guard state != set.schema else { return [] }
        let last = history.first?.migration ?? "a whole script"
        throw error(
            .unknownState, "its last migration was \(last), and none of this build begins where that ended",
            """
            build from the branch that has it, or, when two branches have each made a migration, merge them and run \
            `rosterc migrate rebase`; when it was squashed, run `roster migrate up` of the build before that first; \
            nothing needs to be deleted
            """)
    }

    /// Notes the newest migration as run where drafts have brought the database to its end.
    func adopt(_ set: MigrationSet, _ history: [MigrationState]) async throws(MigrationError) -> String? {
        guard let last = set.committed.last, let state = history.first, state.schema == last.to,
            state.migration?.hasPrefix(MigrationRunner.draft) == true, state.isContracted
        else { return nil }
        let script = MigrationScript(last.up)
        let entry = [
            set.contract, "0", last.id, last.to, last.checksum, "\(script.isRolling)", "0", state.document,
        ]
        _ = try await query(MigrationLedger.end, entry, .record)
        return last.id
    }

    /// A file that the database has run is what it was then.
    func refuseEdited(_ set: MigrationSet, _ history: [MigrationState]) throws(MigrationError) {
        for state in history {
            guard let id = state.migration, let committed = set.committed.first(where: { $0.id == id }) else {
                continue
            }
            guard committed.to == state.schema, committed.checksum != state.checksum else { continue }
            throw error(
                .edited, "it has run another spec/migrations/\(id)/up.sql than the one of this build",
                "take the file from the commit that was released, and build again")
        }
    }

    /// Runs contract steps that waited.
    /// - Returns: whether there is nothing more to do: they wait on.
    func finish(
        _ set: MigrationSet, _ history: [MigrationState], _ options: MigrationRunner.Options,
        _ report: inout MigrationRunner.Report
    ) async throws(MigrationError) -> Bool {
        guard let state = history.first, !state.isContracted, let id = state.migration else { return false }
        guard options.contracts else {
            guard set.committed.last?.to == state.schema else { throw waits(id) }
            report.waiting = id
            return true
        }
        guard let migration = set.committed.first(where: { $0.id == id && $0.checksum == state.checksum }) else {
            throw error(
                .unknownState, "the contract steps of \(id) wait, and this build doesn't have it",
                "run `roster migrate up --contract` of the build that has it")
        }
        let script = MigrationScript(migration.up)
        try await contract(
            script, Progress(id, migration.checksum), state, spared: set.awaiting(migration), options, &report)
        return false
    }

    func waits(_ id: String) -> MigrationError {
        error(
            .unknownState, "the contract steps of \(id) wait, and the next migration begins after them",
            "when no server of the contract before \(id) runs: `roster migrate up --contract`")
    }

    func moved() -> MigrationError {
        error(.unknownState, "another runner has brought it to another state meanwhile", "run it again")
    }
}
