import Foundation
import Generator
import Testing

@testable import Runtime

/// `make bench-migrate`: a required field, a field that becomes required, and an index, on a table of five million rows
/// that is read and written meanwhile; beside it the DDL that one would write by hand, on a copy of the same rows.
@Suite(
    "Migration benchmark", .enabled(if: ProcessInfo.processInfo.environment["ROSTER_BENCH_ROWS"] != nil),
    .timeLimit(.minutes(60)))
struct StallBenchmark {
    private static let rows = ProcessInfo.processInfo.environment["ROSTER_BENCH_ROWS"].flatMap { Int($0) } ?? 5_000_000

    /// What a developer writes who thinks of an empty table, statement by statement.
    private static let naive = [
        "ALTER TABLE persons ADD COLUMN level BIGINT NOT NULL DEFAULT 3 CHECK (level >= 1)",
        "UPDATE persons SET count = 7 WHERE count IS NULL",
        "ALTER TABLE persons ALTER COLUMN count SET DEFAULT 7",
        "ALTER TABLE persons ALTER COLUMN count SET NOT NULL",
        "CREATE INDEX persons_name_list ON persons (COALESCE(name, ''), user_id)",
    ]

    @Test("readers and writers of a large table wait less for a migration than for the DDL by hand")
    func stalls() async throws {
        let old = try TestContract.base.document()
        let new = try TestContract.document(Self.target, path: "target.yaml")
        let files = [try MigrationFiles.made(1, from: nil, to: old), try MigrationFiles.made(2, from: old, to: new)]
        try await TestDatabase.with { template in
            _ = try await template.runner().up(MigrationSet([files[0]]))
            // Each row refers to a user who was made in the same statement.
            try await template.session.execute("SET session_replication_role = replica")
            try await template.fill(Self.rows)
            try await template.session.execute("VACUUM ANALYZE persons")
            await template.session.close()
            let idle = try await Self.measure(template.name) { _ in try await Task.sleep(for: .seconds(10)) }
            let naive = try await Self.measure(template.name) { database in
                for statement in Self.naive { try await database.session.execute(statement, within: .seconds(1_200)) }
            }
            let ours = try await Self.measure(template.name) { database in
                _ = try await database.runner().up(MigrationSet(files), .init(contracts: true))
            }
            Self.say("nothing", idle)
            Self.say("DDL by hand", naive)
            Self.say("roster migrate up", ours)
            let (read, write) = (naive.stalls.read / ours.stalls.read, naive.stalls.write / ours.stalls.write)
            print(
                "\(Self.rows) rows: DDL by hand stalls reads \(Self.short(read)), writes \(Self.short(write)) times longer"
            )
            #expect(read > 1 && write > 1)
        }
    }

    private static var target: String {
        TestContract.spec(
            [
                "name: {type: string, length: 1..40, optional: true, read: user, write: self, sort: true}",
                "note: {type: text, length: ..500, optional: true, read: user, write: self}",
                "size: {type: enum, of: [small, large], default: small, read: user, write: self}",
                "count: {type: int, min: 0, default: 7, read: user, write: self}",
                "level: {type: int, default: 3, min: 1, read: user, write: self}",
            ], list: "-created_at, name")
    }

    private static func measure(
        _ template: String, _ body: (TestDatabase) async throws -> Void
    ) async throws -> (stalls: Traffic.Stalls, taken: Duration) {
        var result = (stalls: Traffic.Stalls(), taken: Duration.zero)
        try await TestDatabase.with(template: template) { database in
            // What copying wrote is on the disk before anything is measured.
            try await database.session.execute("CHECKPOINT; SELECT count(*) FROM persons")
            let start = ContinuousClock.now
            result.stalls = try await Traffic.during(database, rows: rows) { try await body(database) }
            result.taken = start.duration(to: .now)
        }
        return result
    }

    private static func say(_ what: String, _ result: (stalls: Traffic.Stalls, taken: Duration)) {
        let (read, write) = (result.stalls.read.wholeMilliseconds, result.stalls.write.wholeMilliseconds)
        print(
            "\(what): \(short(result.taken / .seconds(1))) s; longest stall of \(result.stalls.reads) reads \(read) ms, of"
                + " \(result.stalls.writes) writes \(write) ms")
    }

    private static func short(_ number: Double) -> String { String(format: "%.1f", number) }
}
