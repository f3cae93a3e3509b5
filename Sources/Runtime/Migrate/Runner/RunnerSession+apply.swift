extension RunnerSession {
    /// What was done of a migration, by its name in the ledger.
    struct Progress {
        let migration: String
        let checksum: String

        init(_ migration: String, _ checksum: String) {
            self.migration = migration
            self.checksum = checksum
        }
    }

    /// - Parameters:
    ///   - document: of a state that no file describes.
    ///   - spared: schemas of servers that the contract steps take nothing from, beside those of the migration's end.
    func apply(
        _ migration: CommittedMigration, contract hash: String, document: String? = nil, spared: Set<String> = [],
        _ options: MigrationRunner.Options, _ report: inout MigrationRunner.Report
    ) async throws(MigrationError) {
        try await refuseHalfDone(but: migration)
        _ = try await query(MigrationLedger.forgetFormer, [migration.id], .record)
        let script = MigrationScript(migration.up)
        let progress = Progress(migration.id, migration.checksum)
        let start = ContinuousClock.now
        for step in script.steps where step.phase != .contract { try await run(step, progress, script, &report) }
        let entry = [
            hash, "\(start.duration(to: .now).wholeMilliseconds)", migration.id, migration.to, migration.checksum,
            "\(script.isRolling)", "\(script.steps.count { $0.phase == .contract })", document,
        ]
        _ = try await query(MigrationLedger.end, entry, .record)
        report.applied.append(migration.id)
        guard script.hasContractSteps else { return }
        guard options.contracts else {
            report.waiting = migration.id
            return
        }
        guard let state = try await history().first else { return }
        do throws(MigrationError) {
            try await contract(script, progress, state, spared: spared, options, &report)
        } catch {
            throw stopped(by: error, after: migration.id)
        }
    }

    /// An error that comes when all of a migration but its contract steps is done and noted.
    func stopped(by error: MigrationError, after id: String) -> MigrationError {
        var error = error
        error.progress = error.progress ?? "all steps of \(id) but its contract steps are done"
        return error
    }

    private func refuseHalfDone(but migration: CommittedMigration) async throws(MigrationError) {
        let others = try await query(MigrationLedger.halfDone, [migration.id, migration.checksum], .look)
        guard let other = others.first?.first ?? nil else { return }
        guard other != migration.id else {
            throw error(
                .edited, "it has begun with another spec/migrations/\(other)/up.sql than the one of this build",
                "take the file that it has begun with, build, and migrate: what is done is not done again")
        }
        throw error(
            .unknownState, "\(other) was begun and not ended, and it isn't \(migration.id)",
            "run `roster migrate up` of the build that has it, then this one")
    }

    /// - Parameter state: the entry of the migration. That it has begun is noted before, since from then on servers of
    ///   former contracts must not go on.
    func contract(
        _ script: MigrationScript, _ progress: Progress, _ state: MigrationState, spared: Set<String>,
        _ options: MigrationRunner.Options, _ report: inout MigrationRunner.Report
    ) async throws(MigrationError) {
        try accept(script, options, "up --contract")
        let spared = spared.union(state.schema.map { [$0] } ?? [])
        let what = "the contract steps of \(script.id) take away"
        try await refuseServing(besides: spared, what, options)
        _ = try await query(MigrationLedger.contracting, [state.entry], .record)
        try await refuseServing(
            besides: spared, what, options, unmark: state.isContracting ? nil : MigrationLedger.notContracting, state)
        for step in script.steps where step.phase == .contract { try await run(step, progress, script, &report) }
        _ = try await query(MigrationLedger.contracted, [state.entry], .record)
    }

    /// Values are lost only when the operator names which.
    func accept(
        _ script: MigrationScript, _ options: MigrationRunner.Options, _ verb: String
    ) throws(MigrationError) {
        guard let fingerprint = script.fingerprint, fingerprint != options.accepted else { return }
        let lost = script.steps.filter(\.isDestructive).map(\.words).joined(separator: "; ")
        throw error(
            .notAccepted, "\(script.id) loses values: \(lost)",
            "if they may be lost: `roster migrate \(verb) --accept \(fingerprint)`")
    }
}
