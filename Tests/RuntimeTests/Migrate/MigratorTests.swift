import DevServices
import TestSupport
import Testing

@testable import Runtime

@Suite("Migration: the runner", .timeLimit(.minutes(2)))
struct MigratorTests {
    private static let make = "CREATE TABLE made (n int)"
    private static let slow = "CREATE TABLE made (n int); SELECT pg_sleep(1); CREATE TABLE made_last (n int)"
    private static let made = "SELECT count(*) FROM pg_tables WHERE tablename IN ('made', 'made_last')"

    @Test("tells the contract of the database, and each migration with its time, length and server")
    func status() async throws {
        try await withDatabase("") { fixture in
            let migrator = fixture.migrator()
            #expect(try await migrator.status() == [])
            _ = try await migrator.migrate(to: "first", script: "CREATE TABLE made (n int); SELECT pg_sleep(0.05)")
            _ = try await migrator.migrate(to: "second", script: "DROP TABLE made")
            // An older contract is applied again: the ledger says what the database was last brought to.
            _ = try await migrator.migrate(to: "first", script: "CREATE TABLE made (n int)")
            let entries = try await migrator.status()
            #expect(entries.map(\.contract) == ["first", "second", "first"])
            let first = try #require(entries.last)
            #expect(first.duration >= .milliseconds(50) && first.duration < .seconds(20))
            #expect(try await fixture.text("SHOW server_version") == first.serverVersion)
            #expect(first.appliedAt.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/#) != nil)
            #expect(try await migrator.status(last: 1).map(\.contract) == ["first"])
        }
    }

    @Test("of many runners at once one applies the script and the others find it applied")
    func together() async throws {
        try await withDatabase("") { fixture in
            let outcomes = try await withThrowingTaskGroup(of: Migrator.Outcome.self) { group in
                for _ in 0..<6 {
                    group.addTask { try await fixture.migrator().migrate(to: "c1", text: Self.slow) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == .alreadyThere } == 5)
            #expect(try await fixture.migrator().status().count == 1)
        }
    }

    @Test("another runner that holds the lock too long is named as what it is")
    func otherRunner() async throws {
        try await withDatabase("") { fixture in
            let other = try await fixture.open()
            try await other.execute("BEGIN; SELECT pg_advisory_xact_lock(\(MigrationLedger.lockKey))")
            let migrator = fixture.migrator { $0.otherRunner = .milliseconds(100) }
            let error = await migrationFailure { () async throws(MigrationError) in
                try await migrator.migrate(to: "c1", text: Self.make)
            }
            #expect(error?.code == .otherRunner, "\(String(describing: error))")
            await other.close()
            _ = try await fixture.migrator().migrate(to: "c1", text: Self.make)
        }
    }

    @Test("a table that a long transaction holds is not queued for: the runner gives way, and tries again")
    func tableBusy() async throws {
        try await withDatabase("CREATE TABLE busy (n int)") { fixture in
            let other = try await fixture.open()
            try await other.execute("BEGIN; SELECT FROM busy")
            let script = "CREATE TABLE made (n int); ALTER TABLE busy ADD m int"
            func migrator(tries: Int) -> Migrator {
                fixture.migrator {
                    $0.tableLock = .milliseconds(50)
                    $0.tries = tries
                }
            }
            let error = await migrationFailure { () async throws(MigrationError) in
                try await migrator(tries: 3).migrate(to: "c1", text: script)
            }
            #expect(error?.code == .tableBusy, "\(String(describing: error))")
            #expect(try await fixture.text(Self.made) == "0")
            async let outcome = migrator(tries: 1000).migrate(to: "c1", text: script)
            try await fixture.session.execute("SELECT pg_sleep(0.3)")
            // Gives way, so a reader that comes meanwhile is not held up for longer than one try.
            try await fixture.session.execute("SELECT FROM busy", within: .seconds(5))
            await other.close()
            guard case .applied = try await outcome else {
                Issue.record("applied once the table is free")
                return
            }
            #expect(try await fixture.text(Self.made) == "1")
        }
    }

    @Test("a runner that is gone in the middle leaves nothing half done, and the next one starts anew")
    func runnerGone() async throws {
        try await withDatabase("") { fixture in
            let migrator = fixture.migrator { $0.script = .milliseconds(200) }
            let error = await migrationFailure { () async throws(MigrationError) in
                try await migrator.migrate(to: "c1", text: Self.slow)
            }
            #expect(error?.code == .interrupted, "\(String(describing: error))")
            #expect(error?.mayBeApplied == false)
            // Waits for the lock of the first, whose statements may still run.
            guard case .applied = try await fixture.migrator().migrate(to: "c1", text: Self.slow) else {
                Issue.record("the first has applied nothing")
                return
            }
            #expect(try await fixture.text(Self.made) == "2")
            #expect(try await fixture.migrator().status().count == 1)
        }
    }

    @Test("a session that Postgres ends in the middle, and a Postgres killed in the middle, leave nothing half done")
    func serverGone() async throws {
        try await PrivatePostgres.scoped { server in
            try await withDatabase(on: server, "") { fixture in
                async let first = migrationFailure { () async throws(MigrationError) in
                    try await fixture.migrator().migrate(to: "c1", text: Self.slow)
                }
                try await fixture.until(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CREATE TABLE made%'")
                #expect(await first?.code == .interrupted)
                #expect(try await fixture.text(Self.made) == "0")
                async let second = migrationFailure { () async throws(MigrationError) in
                    try await fixture.migrator().migrate(to: "c1", text: Self.slow)
                }
                try await fixture.until("SELECT 1 FROM pg_stat_activity WHERE query LIKE 'CREATE TABLE made%'")
                await server.kill()
                #expect(await second?.code == .interrupted)
                try await server.restart()
                let session = try await fixture.open()
                #expect(try await session.query(Self.made) == [["0"]])
                await session.close()
                #expect(try await fixture.migrator().status() == [])
            }
        }
    }
}
