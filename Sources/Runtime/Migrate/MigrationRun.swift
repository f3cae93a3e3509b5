import Logging

/// The steps of a migration, in their order.
enum MigrationStep {
    case look, begin, turn, script, record, commit
}

/// One try to migrate, on a session of its own: all of it is one transaction.
struct MigrationRun {
    let session: PostgresSession
    let target: PostgresTarget?
    let contract: String
    /// The schema's hash and document, where they are known.
    var schema: String?
    var document: String?
    let script: String
    let limits: MigrationLimits
    let logger: Logger

    /// The contract of the database; `nil` when it has none, or no ledger.
    func last() async throws(MigrationError) -> String? {
        do throws(PostgresSessionError) {
            return try await session.query("\(MigrationLedger.last)", within: limits.statement).first?.first ?? nil
        } catch {
            if error.error.sqlstate == "42P01" { return nil }
            throw MigrationError(error, during: .look, at: target)
        }
    }

    /// - Throws: after which nothing is changed and the session is outside of a transaction, or closed.
    func apply() async throws(MigrationError) -> Migrator.Outcome {
        do throws(MigrationError) {
            return try await applyInTransaction()
        } catch {
            // A session that is closed has ended its transaction.
            try? await session.execute("ROLLBACK", within: limits.statement)
            throw error
        }
    }

    private func applyInTransaction() async throws(MigrationError) -> Migrator.Outcome {
        try await begin()
        try await waitForTurn()
        let start = ContinuousClock.now
        try await execute(
            .record, "SET LOCAL lock_timeout = \(limits.tableLock.asSetting); \(MigrationLedger.create)",
            within: limits.statement)
        guard try await last() != contract else {
            try await execute(.look, "ROLLBACK", within: limits.statement)
            return .alreadyThere
        }
        try await execute(.script, script, within: limits.script)
        try await record(start.duration(to: .now))
        try await execute(.commit, "COMMIT", within: limits.statement)
        return .applied(start.duration(to: .now))
    }

    /// Read committed, so that what another runner has written shows after the wait for it. The session's own limits are
    /// set, since the user's or the database's may be shorter.
    private func begin() async throws(MigrationError) {
        try await execute(
            .begin,
            """
            BEGIN ISOLATION LEVEL READ COMMITTED;
            SET LOCAL lock_timeout = \(limits.otherRunner.asSetting);
            SET LOCAL statement_timeout = \(max(limits.script, limits.otherRunner).asSetting);
            SET LOCAL idle_in_transaction_session_timeout = \(limits.statement.asSetting);
            SET LOCAL client_min_messages = error
            """,
            within: limits.statement)
    }

    private func waitForTurn() async throws(MigrationError) {
        let key = "\(MigrationLedger.lockKey)"
        let answer = try await query(.turn, "SELECT pg_try_advisory_xact_lock($1::bigint)", [key], limits.statement)
        guard answer != [["t"]] else { return }
        logger.notice("another runner migrates the database; waiting for it", metadata: target?.metadata)
        // The server's limit is to end first, since it has the words.
        let limit = limits.otherRunner + limits.statement
        _ = try await query(.turn, "SELECT pg_advisory_xact_lock($1::bigint)", [key], limit)
    }

    private func record(_ duration: Duration) async throws(MigrationError) {
        let values = [contract, "\(duration.wholeMilliseconds)", schema, document]
        _ = try await query(.record, MigrationLedger.record, values, limits.statement)
    }

    private func execute(
        _ step: MigrationStep, _ sql: String, within limit: Duration
    ) async throws(MigrationError) {
        do throws(PostgresSessionError) {
            try await session.execute(sql, within: limit)
        } catch {
            throw MigrationError(error, during: step, at: target)
        }
    }

    private func query(
        _ step: MigrationStep, _ sql: String, _ texts: [String?], _ limit: Duration
    ) async throws(MigrationError) -> [[String?]] {
        do throws(PostgresSessionError) {
            return try await session.query(sql, texts, within: limit)
        } catch {
            throw MigrationError(error, during: step, at: target)
        }
    }
}

extension Duration {
    /// As a limit of Postgres, in milliseconds; 0 would be no limit.
    var asSetting: Int64 { max(1, wholeMilliseconds) }
}
