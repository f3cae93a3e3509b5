/// The way back of the newest migration.
extension RunnerSession {
    func takeBack(
        _ set: MigrationSet, _ history: [MigrationState], _ options: MigrationRunner.Options,
        _ report: inout MigrationRunner.Report
    ) async throws(MigrationError) {
        guard let state = history.first, let migration = newest(set, history) else {
            throw error(
                .unknownState, "its state is not the end of a migration of this build",
                "build from the branch that has it")
        }
        try refuseEdited(set, history)
        if state.takingBack == nil { try await refuseBegun() }
        guard state.isContracted else {
            throw error(
                .refused,
                "the contract steps of \(migration.id) wait, so servers of the contract before it work as they did",
                """
                to go back, start those servers and leave the database; what \(migration.id) has added stands in nobody's \
                way, and `roster migrate up --contract` can wait
                """)
        }
        guard migration.from != "empty" else {
            throw error(.refused, "\(migration.id) has no way back", "restore a backup, or write a further migration")
        }
        let start = ContinuousClock.now
        let script = MigrationScript(migration.down)
        let progress = Progress(migration.id + MigrationLedger.down, migration.checksum)
        try accept(script, options, "down")
        let what = "the way back of \(migration.id) takes away"
        try await refuseServing(besides: [migration.from], what, options)
        if state.takingBack == nil {
            _ = try await query(MigrationLedger.forgetWayBack, [migration.id], .record)
            for step in script.steps where step.phase == .check { try await run(step, progress, script, &report) }
            _ = try await query(MigrationLedger.takingBack, [state.entry, migration.id], .record)
            try await refuseServing(
                besides: [migration.from], what, options, unmark: MigrationLedger.notTakingBack, state)
        }
        for step in script.steps { try await run(step, progress, script, &report) }
        try await end(migration, progress, start.duration(to: .now))
        report.applied.append(progress.migration)
    }

    private func end(
        _ migration: CommittedMigration, _ progress: Progress, _ duration: Duration
    ) async throws(MigrationError) {
        try await briefly { () throws(MigrationError) in
            let entry = [
                migration.from, "\(duration.wholeMilliseconds)", progress.migration, migration.from, migration.checksum,
                "true", "0", nil,
            ]
            _ = try await query(MigrationLedger.end, entry, .record)
            _ = try await query(MigrationLedger.forget, [migration.id], .record)
        }
    }

    /// The migration that has led to where the database is, or whose way back was begun; two may lead to one state.
    private func newest(_ set: MigrationSet, _ history: [MigrationState]) -> CommittedMigration? {
        if let begun = history.first?.takingBack { return set.committed.first { $0.id == begun } }
        let entries = history.map(\.standing)
        let leading = set.committed.filter { $0.to == history.first?.schema }
        return leading.last { DatabaseStanding.hasRun($0.id, entries) } ?? leading.last
    }

    /// What was begun from the state that would be taken away could not go on after it.
    private func refuseBegun() async throws(MigrationError) {
        guard let begun = try await halfDone() else { return }
        throw error(
            .unknownState, "\(begun) was begun and not ended",
            "run `roster migrate up` of the build that has it: it goes on where it stopped; then take both back")
    }

    /// A database that is half way back is nowhere: only the rest of the way leads on.
    func refuseTakenBack(_ history: [MigrationState]) throws(MigrationError) {
        guard let leaving = history.first?.takingBack else { return }
        throw error(
            .unknownState, "\(leaving) is being taken back, and that was not ended",
            "run `roster migrate down` of the build that has it: it goes on where it stopped")
    }

    /// Servers say by the names of their connections what they store. A pooler in between may keep a name for longer than
    /// its server lives, and an address that names its application hides it, so this is a net and no proof.
    ///
    /// Asked before what is to come is noted in the ledger, so that nothing is noted in vain, and once more after it: a
    /// server that was connected between the two may have read the ledger as it was.
    /// - Parameter unmark: takes the note back from the entry, while no step was run since.
    func refuseServing(
        besides schemas: Set<String>, _ what: String, _ options: MigrationRunner.Options, unmark: String? = nil,
        _ state: MigrationState? = nil
    ) async throws(MigrationError) {
        guard options.sparesServers else { return }
        let rows = try await query(MigrationLedger.connected, [ConnectionName.prefix], .look)
        let spared = Set(schemas.map(ConnectionName.of))
        let others = rows.filter { row in row[0].map { !spared.contains($0) } ?? false }
        guard !others.isEmpty else { return }
        if let unmark, let state { _ = try await query(unmark, [state.entry], .record) }
        let count = others.compactMap { $0[1].flatMap { Int($0) } }.reduce(0, +)
        throw error(
            .stillServing,
            "\(what) what servers need that are connected, by \(count) \(count == 1 ? "connection" : "connections")",
            "stop them, and do it again; where it is a pooler that keeps their connections: --ignore-servers")
    }
}
