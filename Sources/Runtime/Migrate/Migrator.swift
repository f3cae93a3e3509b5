import Logging

/// Brings a database to a contract and tells what was done to it.
///
/// A migration is one transaction under an advisory lock: it happens whole or not at all, and of several runners that
/// start together one applies it and the others find it applied.
package struct Migrator: Sendable {
    package enum Outcome: Hashable, Sendable {
        /// The last migration of the database was to this contract.
        case alreadyThere
        /// How long it took, from when it was its turn.
        case applied(Duration)
    }

    private let url: String
    private let reactor: Reactor
    private let logger: Logger
    private let limits: MigrationLimits

    /// - Parameter url: as for `PostgresConfiguration`; of a user who may create tables and refer to the identity table.
    package init(url: String, reactor: Reactor, logger: Logger, limits: MigrationLimits = MigrationLimits()) {
        self.url = url
        self.reactor = reactor
        self.logger = logger
        self.limits = limits
    }

    /// Runs the script unless the last migration was to the same contract, which costs one query.
    ///
    /// Goes on when its task is cancelled; its limits end it.
    /// - Parameters:
    ///   - contract: the hash of the contract that the script makes.
    ///   - script: adds what is missing and loses nothing, from whatever state; has no transaction of its own.
    ///   - schema, document: of what the contract stores, for later migrations to begin at.
    package func migrate(
        to contract: String, script: StaticString, schema: String? = nil, document: String? = nil
    ) async throws(MigrationError) -> Outcome {
        try await migrate(to: contract, text: "\(script)", schema: schema, document: document)
    }

    func migrate(
        to contract: String, text: String, schema: String? = nil, document: String? = nil
    ) async throws(MigrationError) -> Outcome {
        let session = try await open()
        let run = MigrationRun(
            session: session, target: PostgresTarget(url: url), contract: contract, schema: schema,
            document: document, script: text, limits: limits, logger: logger)
        do throws(MigrationError) {
            let outcome = try await apply(run)
            await session.close()
            return outcome
        } catch {
            await session.close()
            throw error
        }
    }

    /// What was applied, the newest first; empty for a database that was never migrated.
    /// - Parameter count: how many at most.
    package func status(last count: Int = 100) async throws(MigrationError) -> [AppliedMigration] {
        let session = try await open()
        do throws(PostgresSessionError) {
            let rows = try await session.query(MigrationLedger.entries, ["\(count)"], within: limits.statement)
            await session.close()
            return rows.compactMap(AppliedMigration.init)
        } catch {
            await session.close()
            if error.error.sqlstate == "42P01" { return [] }
            throw MigrationError(error, during: .look, at: PostgresTarget(url: url))
        }
    }

    private func open() async throws(MigrationError) -> PostgresSession {
        do throws(PostgresConnectError) {
            return try await PostgresSession.open(url: url, deadline: .now + limits.connect, reactor: reactor)
        } catch {
            throw MigrationError(error)
        }
    }

    private func apply(_ run: MigrationRun) async throws(MigrationError) -> Outcome {
        if try await run.last() == run.contract { return .alreadyThere }
        var tries = 1
        while true {
            do throws(MigrationError) {
                let outcome = try await run.apply()
                tell(outcome, run)
                return outcome
            } catch {
                guard error.code == .tableBusy, tries < limits.tries else { throw error }
            }
            tries += 1
            logger.notice("a table is busy; the migration will be tried again", metadata: run.target?.metadata)
            // Cancelled or not, the next try is bounded.
            try? await Task.sleep(for: limits.pause)
        }
    }

    private func tell(_ outcome: Outcome, _ run: MigrationRun) {
        guard case .applied(let duration) = outcome else { return }
        var metadata = run.target?.metadata ?? [:]
        metadata["contract"] = "\(run.contract)"
        metadata["duration.ms"] = "\(duration.wholeMilliseconds)"
        logger.notice("migrated the database", metadata: metadata)
    }
}
