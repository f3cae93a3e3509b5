import Logging

/// Brings a database along the migrations of a build, step by step, under one lock for all runners.
///
/// Each step happens together with the ledger's note of it, or can be seen to have happened; so wherever a runner is
/// stopped, the next one goes on from there.
package struct MigrationRunner: Sendable {
    package struct Options: Sendable {
        /// Whether to take away what only servers of former contracts need; for when they are gone.
        package var contracts = false
        /// The fingerprint of the values that may be lost.
        package var accepted: String?

        /// Whether servers that need what is taken away, and are connected, keep it from being taken.
        package var sparesServers = false

        package init(contracts: Bool = false, accepted: String? = nil, sparesServers: Bool = false) {
            self.contracts = contracts
            self.accepted = accepted
            self.sparesServers = sparesServers
        }
    }

    package struct Report: Equatable, Sendable {
        /// Steps that were done, in words.
        package var done: [String] = []
        /// Migrations that the database has gone through now, at least up to their contract steps.
        package var applied: [String] = []
        /// The migration whose contract steps wait.
        package var waiting: String?
        /// The migration to whose end a developer's database was brought before it was written.
        package var adopted: String?
        /// Whether a later build was here, whose steps have taken nothing away from this one.
        package var isAhead = false

        package init(done: [String] = [], applied: [String] = []) {
            self.done = done
            self.applied = applied
        }
    }

    /// What the name of a migration begins with that is in no file.
    package static let draft = "draft_"

    let url: String
    let reactor: Reactor
    let logger: Logger
    let limits: MigrationLimits
    /// Called before each step and each batch; what tests stop a runner by.
    var beforeStep: @Sendable (String, Int) async throws(MigrationError) -> Void = {
        _, _ async throws(MigrationError) in
    }

    /// - Parameter url: of a user who may create tables and refer to the identity table.
    package init(url: String, reactor: Reactor, logger: Logger, limits: MigrationLimits = MigrationLimits()) {
        self.url = url
        self.reactor = reactor
        self.logger = logger
        self.limits = limits
    }

    /// Runs what the database lacks of the committed migrations.
    package func up(_ set: MigrationSet, _ options: Options = Options()) async throws(MigrationError) -> Report {
        try await withTurn { session throws(MigrationError) in
            var report = Report()
            let history = try await session.history()
            try session.refuseTakenBack(history)
            try session.refuseEdited(set, history)
            if let adopted = try await session.adopt(set, history) {
                report.adopted = adopted
                return report
            }
            if DatabaseStanding(set, history.map(\.standing)) == .ahead {
                report.isAhead = true
                return report
            }
            if try await session.finish(set, history, options, &report) { return report }
            for migration in try session.pending(set, history) {
                let isLast = migration.id == set.committed.last?.id
                try await session.apply(
                    migration, contract: isLast ? set.contract : migration.to,
                    document: migration.to == set.schema ? set.document : nil, spared: set.awaiting(migration), options,
                    &report)
                guard report.waiting == nil || isLast else {
                    throw session.stopped(by: session.waits(migration.id), after: migration.id)
                }
            }
            return report
        }
    }

    /// Runs one migration that no file holds, from the state that the database is in.
    package func apply(
        _ draft: CommittedMigration, contract: String, document: String, _ options: Options
    ) async throws(MigrationError) -> Report {
        try await withTurn { session throws(MigrationError) in
            var report = Report()
            let history = try await session.history()
            guard history.first?.schema == draft.from else { throw session.moved() }
            try session.refuseTakenBack(history)
            try await session.apply(draft, contract: contract, document: document, options, &report)
            return report
        }
    }

    /// A migration that has changed something and was not ended.
    package func halfDone() async throws(MigrationError) -> String? {
        try await withSession { session throws(MigrationError) in try await session.halfDone() }
    }

    /// Takes the newest migration back, by its `down.sql`. That it has begun is noted before its first step that changes
    /// something; where it is stopped, the next call goes on.
    package func down(_ set: MigrationSet, _ options: Options) async throws(MigrationError) -> Report {
        try await withTurn { session throws(MigrationError) in
            var report = Report()
            try await session.takeBack(set, try await session.history(), options, &report)
            return report
        }
    }

    /// What the database has gone through, the newest first; nothing for one that was never migrated.
    package func history() async throws(MigrationError) -> [MigrationState] {
        try await withSession { session throws(MigrationError) in
            try await session.isLedgerThere() ? try await session.history() : []
        }
    }

    /// How the database stands to a build.
    package func standing(_ set: MigrationSet) async throws(MigrationError) -> DatabaseStanding {
        DatabaseStanding(set, try await history().map(\.standing))
    }

    private func open() async throws(MigrationError) -> PostgresSession {
        do throws(PostgresConnectError) {
            return try await PostgresSession.open(url: url, deadline: .now + limits.connect, reactor: reactor)
        } catch {
            throw MigrationError(error)
        }
    }

    private func withTurn<Result: Sendable>(
        _ body: (RunnerSession) async throws(MigrationError) -> Result
    ) async throws(MigrationError) -> Result {
        try await withSession { session throws(MigrationError) in
            try await session.begin()
            return try await body(session)
        }
    }

    /// A session that ends with the call, and with it its locks and what it has not committed.
    func withSession<Result: Sendable>(
        _ body: (RunnerSession) async throws(MigrationError) -> Result
    ) async throws(MigrationError) -> Result {
        let session = try await open()
        do throws(MigrationError) {
            let result = try await body(RunnerSession(self, session))
            await session.close()
            return result
        } catch {
            await session.close()
            throw error
        }
    }
}

/// An entry of the ledger: a state that a database was brought to.
package struct MigrationState: Equatable, Sendable {
    package let entry: String
    /// `nil` for a whole script, and for what earlier versions of the runner did.
    package let migration: String?
    package let schema: String?
    package let checksum: String?
    package let isRolling: Bool
    let hasContractSteps: Bool
    /// Whether its contract steps are begun.
    let isContracting: Bool
    /// Whether its contract steps are done.
    package let isContracted: Bool
    package let document: String?
    /// The migration whose way back was begun from here.
    package let takingBack: String?
    /// When, as RFC 3339 in UTC.
    package let appliedAt: String
    /// The user of the database who did it; `nil` for what earlier versions of the runner did.
    package let appliedBy: String?

    init?(_ row: [String?]) {
        guard row.count == 12, let entry = row[0] else { return nil }
        self.entry = entry
        migration = row[1]
        schema = row[2]
        checksum = row[3]
        isRolling = row[4] == "t"
        hasContractSteps = row[5] == "t"
        isContracted = row[7] == "t" || row[2] == nil
        isContracting = row[6] == "t" || isContracted
        document = row[8]
        takingBack = row[9]
        appliedAt = row[10] ?? ""
        appliedBy = row[11]
    }

    var standing: DatabaseStanding.Entry {
        DatabaseStanding.Entry(
            migration: migration, schema: schema, isRolling: isRolling, hasContractSteps: hasContractSteps,
            isContracting: isContracting, isContracted: isContracted, takingBack: takingBack)
    }
}
