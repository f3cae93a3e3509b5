import Generator
import Testing

@testable import Runtime

@Suite("Migration: the ledger", .timeLimit(.minutes(5)))
struct LedgerTests {
    private static func set(_ contracts: TestContract...) throws -> MigrationSet {
        var (files, last) = ([MigrationFiles](), ContractDocument?.none)
        for contract in contracts {
            let document = try contract.document()
            files.append(try MigrationFiles.made(files.count + 1, from: last, to: document))
            last = document
        }
        return MigrationSet(files)
    }

    /// What versions before have not had.
    private static let ages = [
        "ALTER TABLE roster.migrations DROP COLUMN taking_back, DROP COLUMN taking_back_at, DROP COLUMN taking_back_by",
        "ALTER TABLE roster.migrations DROP COLUMN taking_back, DROP COLUMN applied_by",
    ]

    @Test(
        "of an earlier version is read as it is by all who only look, and brought up to date by a runner",
        arguments: ages)
    func ofBefore(change: String) async throws {
        let (first, set) = (try Self.set(.base), try Self.set(.base, .required))
        try await TestDatabase.with { database in
            let runner = database.runner()
            _ = try await runner.up(first)
            var stopping = runner
            stopping.beforeStep = { _, _ async throws(MigrationError) in
                let begun = try? await database.text(
                    "SELECT count(*) FROM roster.migration_steps WHERE migration = '0002_m' AND phase = 'expand'")
                guard begun != "0" else { return }
                throw MigrationError(
                    code: .interrupted, target: nil, reason: "stopped", advice: "", mayBeApplied: false)
            }
            let stopped = stopping
            _ = await failure { () async throws(MigrationError) in try await stopped.up(set, .init(contracts: true)) }
            try await database.session.execute(change)
            #expect(try await runner.halfDone() == "0002_m")
            #expect(try await runner.history().map(\.migration) == ["0001_m"])
            #expect(try await runner.standing(first) == .ready)
            #expect(try await runner.standing(set) == .behind("0002_m"))
            #expect(try await Self.ofServer(database, first) == .ready)
            #expect(try await Self.ofServer(database, set) == .behind("0002_m"))
            _ = try await runner.up(set, .init(contracts: true))
            #expect(try await runner.history().first?.takingBack == nil)
            #expect(try await runner.standing(set) == .ready)
            #expect(try await Self.ofServer(database, set) == .ready)
        }
    }

    @Test("of the first version, which knew of no migrations, is one of a whole script")
    func ofTheFirst() async throws {
        try await TestDatabase.with { database in
            try await database.session.execute(
                """
                CREATE SCHEMA roster;
                CREATE TABLE roster.migrations (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, contract_hash text NOT NULL,
                    applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                    server_version text NOT NULL DEFAULT '', duration interval NOT NULL);
                INSERT INTO roster.migrations (contract_hash, duration) VALUES ('c1', '1 s')
                """)
            let set = try Self.set(.base)
            #expect(try await database.runner().halfDone() == nil)
            let entry = try #require(try await database.runner().history().first)
            #expect(entry.schema == nil && entry.isRolling && entry.isContracted && !entry.appliedAt.isEmpty)
            #expect(try await database.runner().standing(set) == .behind("0001_m"))
            #expect(try await Self.ofServer(database, set) == .behind("0001_m"))
        }
    }

    @Test("takes a migration as ended whose end the clock says was before a step of it")
    func clock() async throws {
        let set = try Self.set(.base, .required)
        try await TestDatabase.with { database in
            var runner = database.runner()
            runner.beforeStep = { migration, _ async throws(MigrationError) in
                try? await database.session.execute(
                    """
                    UPDATE roster.migration_steps SET started_at = clock_timestamp() + interval '1 hour'
                    WHERE migration = '\(migration)'
                    """)
            }
            // Without the contract steps, before which the others would be moved once more.
            _ = try await runner.up(set)
            #expect(
                try await database.text(
                    "SELECT count(*) > 0 FROM roster.migration_steps WHERE started_at > clock_timestamp()") == "t")
            #expect(try await runner.halfDone() == nil)
        }
    }

    @Test("says what is done and noted when the contract steps behind it may not begin")
    func progress() async throws {
        let set = try Self.set(.added, .base)
        try await TestDatabase.with { database in
            let error = await failure { () async throws(MigrationError) in
                try await database.runner().up(set, .init(contracts: true))
            }
            #expect(error?.code == .notAccepted)
            #expect(error?.progress == "all steps of 0002_m but its contract steps are done")
            let last = try await database.runner().history().first
            #expect(last?.migration == "0002_m")
        }
    }

    /// As a server on the database sees it.
    private static func ofServer(_ database: TestDatabase, _ set: MigrationSet) async throws -> DatabaseStanding? {
        let pool = PostgresPool(
            configuration: PostgresConfiguration(url: database.url), reactor: database.reactor, metrics: Metrics(),
            logger: database.runner().logger)
        pool.start()
        let standing = await pool.databaseStanding(for: set, deadline: .now + .seconds(20))
        await pool.shutdown()
        return standing
    }
}
