import Generated
import Logging
import Runtime

extension Serving {
    /// Brings the database to what the build stores: runs the migrations that it lacks, contract steps too.
    ///
    /// While the spec is ahead of its migrations, as it is when one works on it, what is missing is added at once; the
    /// migration that is written later finds the database where it leads to.
    /// - Throws: An error whose description says what was tried and what to check; without password or values.
    @discardableResult
    static func prepareDatabase(
        _ url: String, for api: API = api, _ options: MigrationRunner.Options = .init(contracts: true)
    ) async throws -> MigrationRunner.Report {
        try await withMigrations(url) { migrator, runner in
            try await bring(migrator, runner, api.migrations, options)
        }
    }

    private static func bring(
        _ migrator: Migrator, _ runner: MigrationRunner, _ set: MigrationSet, _ options: MigrationRunner.Options
    ) async throws -> MigrationRunner.Report {
        guard set.committed.isEmpty || !set.isComplete else { return try await runner.up(set, options) }
        let outcome = try await migrator.migrate(
            to: set.contract, script: set.whole, schema: set.schema, document: "\(set.document)")
        guard case .applied = outcome else { return MigrationRunner.Report() }
        return MigrationRunner.Report(done: ["Makes what is missing at once"], applied: ["the whole script"])
    }

    static func withMigrations<Result>(
        _ url: String, _ body: (_ migrator: Migrator, _ runner: MigrationRunner) async throws -> Result
    ) async throws -> Result {
        let reactor = try Reactor()
        defer { reactor.shutdown() }
        let log = try LogSink(ServerSettings.development.log, metrics: Metrics())
        let logger = Logger(label: "roster.migrate", sink: log, level: .notice)
        do {
            let result = try await body(
                Migrator(url: url, reactor: reactor, logger: logger),
                MigrationRunner(url: url, reactor: reactor, logger: logger))
            await log.close(within: .seconds(1))
            return result
        } catch {
            await log.close(within: .seconds(1))
            throw error
        }
    }
}
