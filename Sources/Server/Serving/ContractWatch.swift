import Logging
import Runtime
import Synchronization

/// Keeps what is known of whether the database has what this build stores.
///
/// It is looked at every second while it is not known to be so, then every half minute: another build may migrate the
/// database while this one serves.
final class ContractWatch: Sendable {
    private let postgres: PostgresPool
    private let migrations: MigrationSet
    private let logger: Logger
    private let found = Mutex<DatabaseStanding?>(nil)

    init(postgres: PostgresPool, migrations: MigrationSet, logger: Logger) {
        self.postgres = postgres
        self.migrations = migrations
        self.logger = logger
    }

    /// Whether this build can serve on the database, as last seen.
    var isPassing: Bool { found.withLock { $0?.isServable ?? false } }

    /// What is missing.
    var detail: String? { found.withLock { $0?.words } }

    /// Ends when its task is cancelled.
    func run() async {
        while !Task.isCancelled {
            if let standing = await postgres.databaseStanding(for: migrations) { note(standing) }
            guard (try? await Task.sleep(for: isPassing ? .seconds(30) : .seconds(1))) != nil else { return }
        }
    }

    private func note(_ standing: DatabaseStanding) {
        let isNew = found.withLock { found in
            defer { found = standing }
            return found != standing
        }
        guard isNew, let words = standing.words else { return }
        logger.notice("the database is not where this build is", metadata: ["standing": "\(words)"])
    }
}
