import Generator
import Synchronization
import Testing

@testable import Runtime

@Suite("Migration: a runner that is stopped", .timeLimit(.minutes(10)))
struct StoppedRunnerTests {
    private static let changes: [(TestContract, TestContract)] = [
        (.base, .required), (.base, .number), (.base, .unique), (.narrower, .wider), (.added, .base),
    ]

    @Test("before or within any step leaves a state from which the next one goes on", arguments: changes)
    func anywhere(change: (TestContract, TestContract)) async throws {
        let (old, new) = (try change.0.document(), try change.1.document())
        let first = try MigrationFiles.made(1, from: nil, to: old)
        let second = try MigrationFiles.made(2, from: old, to: new)
        let set = MigrationSet([first, second])
        let options = MigrationRunner.Options(contracts: true, accepted: second.plan.fingerprint)
        try await TestDatabase.with { database in
            _ = try await database.runner().up(MigrationSet([first]), options)
            try await database.fill(1_200)
            // Each runner does one step, or one batch, and is gone.
            var runs = 0
            var isDone = false
            while !isDone {
                runs += 1
                try #require(runs < 100)
                let left = Atomic(1)
                var runner = database.runner { $0.batch = 500 }
                runner.beforeStep = { _, _ async throws(MigrationError) in
                    guard left.subtract(1, ordering: .relaxed).newValue < 0 else { return }
                    throw MigrationError(
                        code: .interrupted, target: nil, reason: "stopped", advice: "", mayBeApplied: false)
                }
                do throws(MigrationError) {
                    _ = try await runner.up(set, options)
                    isDone = true
                } catch {
                    #expect(error.code == .interrupted, "\(error)")
                    guard runs > 1 else { continue }
                    let found = try await database.runner().verify(
                        set, document: new.text, script: first.committed.up)
                    #expect(found.isClean && found.unfinished?.migration == "0002_m", "run \(runs): \(found)")
                }
            }
            #expect(runs >= second.plan.steps.count - 1)
            #expect(try await database.runner().history().map(\.isContracted) == [true, true])
            let stopped = try await database.schema()
            #expect(try await database.text("SELECT count(*) FROM persons WHERE name IS NOT NULL") == "1200")
            try await TestDatabase.with { other in
                _ = try await other.runner().up(set, options)
                let schema = try await other.schema()
                #expect(stopped == schema)
            }
        }
    }

    @Test("by Postgres while it builds an index leaves an invalid one, which the next one takes away and builds anew")
    func invalidIndex() async throws {
        let (old, new) = (try TestContract.base.document(), try TestContract.sorted.document())
        let first = try MigrationFiles.made(1, from: nil, to: old)
        let set = MigrationSet([first, try MigrationFiles.made(2, from: old, to: new)])
        try await TestDatabase.with { database in
            _ = try await database.runner().up(MigrationSet([first]))
            try await database.fill(100)
            // An open transaction holds the builder up in the middle.
            let other = try await PostgresSession.open(
                url: database.url, deadline: .now + .seconds(20), reactor: database.reactor)
            try await other.execute("BEGIN; UPDATE persons SET note = note")
            async let stopped = failure { () async throws(MigrationError) in try await database.runner().up(set) }
            let end = ContinuousClock.now + .seconds(30)
            while try await database.text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%CREATE INDEX CONC%' AND wait_event_type = 'Lock' AND pid <> pg_backend_pid()"
            ).isEmpty {
                try #require(end > .now)
            }
            #expect(await stopped?.code == .interrupted)
            await other.close()
            #expect(try await database.schema().contains { $0.hasPrefix("invalid|") })
            _ = try await database.runner().up(set)
            let schema = try await database.schema()
            #expect(!schema.contains { $0.hasPrefix("invalid|") })
            #expect(schema.contains { $0.hasPrefix("index|public.persons|persons_name_list|") })
        }
    }
}

func failure(_ body: () async throws(MigrationError) -> some Sendable) async -> MigrationError? {
    do throws(MigrationError) {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}
