import Logging

/// A runner whose turn it is, on its session.
struct RunnerSession {
    let runner: MigrationRunner
    let session: PostgresSession
    let target: PostgresTarget?

    init(_ runner: MigrationRunner, _ session: PostgresSession) {
        self.runner = runner
        self.session = session
        target = PostgresTarget(url: runner.url)
    }

    var limits: MigrationLimits { runner.limits }

    /// Waits for the lock of runners, and makes the ledger.
    func begin() async throws(MigrationError) {
        // A user who is called roster has the ledger's schema before public in the search path.
        try await execute(
            """
            SET client_min_messages = error;
            SET statement_timeout = \(max(limits.script, limits.otherRunner).asSetting);
            SELECT set_config('search_path',
                COALESCE(string_agg(quote_ident(name), ', ' ORDER BY place), ''), false)
            FROM unnest(current_schemas(false)) WITH ORDINALITY AS path (name, place) WHERE name <> 'roster';
            SET lock_timeout = \(limits.otherRunner.asSetting)
            """, .begin)
        try await waitForTurn()
        guard try await query(MigrationLedger.isCurrent, [], .look) != [["t"]] else { return }
        try await briefly { () throws(MigrationError) in try await execute(MigrationLedger.create, .record) }
    }

    /// Asks again and again: a session that waited within a statement would hold a snapshot, and the other runner, when it
    /// builds an index beside reads and writes, waits for every snapshot to end.
    private func waitForTurn() async throws(MigrationError) {
        let end = ContinuousClock.now + limits.otherRunner
        var isTold = false
        while try await query("SELECT pg_try_advisory_lock($1::bigint)", ["\(MigrationLedger.lockKey)"], .turn) != [
            ["t"]
        ] {
            guard end > .now else {
                throw error(
                    .otherRunner, "another runner has held the lock for the whole time",
                    "wait until the other migration of this database has ended, then migrate again")
            }
            if !isTold {
                runner.logger.notice("another runner migrates the database; waiting for it", metadata: target?.metadata)
            }
            isTold = true
            try? await Task.sleep(for: min(.milliseconds(200), limits.otherRunner))
        }
    }

    func isLedgerThere() async throws(MigrationError) -> Bool {
        try await query(MigrationLedger.isThere, [], .look) == [["t"]]
    }

    /// A migration that has changed something and was not ended.
    func halfDone() async throws(MigrationError) -> String? {
        guard try await query(MigrationLedger.hasSteps, [], .look) == [["t"]] else { return nil }
        return try await query(MigrationLedger.halfDone, ["", ""], .look).first?.first ?? nil
    }

    func history() async throws(MigrationError) -> [MigrationState] {
        try await query(MigrationLedger.states, [], .look).compactMap(MigrationState.init)
    }

    /// A transaction that gives way: whoever comes after a waiting ALTER TABLE waits behind it, so it waits for a short
    /// time, undoes what it did, pauses and tries again. The pauses differ, so that two don't meet again and again.
    func briefly(_ body: () async throws(MigrationError) -> Void) async throws(MigrationError) {
        var tries = 1
        while true {
            do throws(MigrationError) {
                try await execute(
                    "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = \(limits.tableLock.asSetting)",
                    .begin)
                try await body()
                return try await execute("COMMIT", .commit)
            } catch {
                try? await session.execute("ROLLBACK", within: limits.statement)
                guard error.code == .tableBusy, tries < limits.tries else { throw error }
            }
            tries += 1
            runner.logger.notice("a table is busy; the step will be tried again", metadata: target?.metadata)
            try? await Task.sleep(for: limits.pause * Double.random(in: 0.5...1.5))
        }
    }

    func execute(
        _ sql: String, _ step: MigrationStep, within limit: Duration? = nil
    ) async throws(MigrationError) {
        do throws(PostgresSessionError) {
            try await session.execute(sql, within: limit ?? limits.script)
        } catch {
            throw MigrationError(error, during: step, at: target)
        }
    }

    func query(
        _ sql: String, _ texts: [String?], _ step: MigrationStep, within limit: Duration? = nil
    ) async throws(MigrationError) -> [[String?]] {
        do throws(PostgresSessionError) {
            return try await session.query(sql, texts, within: limit ?? limits.script)
        } catch {
            throw MigrationError(error, during: step, at: target)
        }
    }

    func error(_ code: MigrationError.Code, _ reason: String, _ advice: String) -> MigrationError {
        MigrationError(code: code, target: target, reason: reason, advice: advice, mayBeApplied: false)
    }
}
