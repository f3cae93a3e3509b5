import Generator
import Testing

@testable import Runtime

/// From each contract to each other: the tables are those of the target, and `down` brings those of the source back.
@Suite("Migration: every pair of contracts", .timeLimit(.minutes(20)))
struct PairTests {
    private static let rows = 10_000

    @Test("ends at the target, keeps every row, and goes back", arguments: TestContract.allCases)
    func pairs(from source: TestContract) async throws {
        let wanted = try await Self.wanted.value
        for target in TestContract.allCases where target != source {
            try await Self.migrate(source, target, wanted[target] ?? [])
        }
    }

    /// What an empty database gets of each contract at once.
    private static let wanted = Task {
        var schemas: [TestContract: [String]] = [:]
        for contract in TestContract.allCases { schemas[contract] = try await schema(of: contract) }
        return schemas
    }

    private static func migrate(_ source: TestContract, _ target: TestContract, _ wanted: [String]) async throws {
        let (old, new) = (try source.document(), try target.document())
        let first = try MigrationFiles.made(1, from: nil, to: old)
        let second = try MigrationFiles.made(2, from: old, to: new)
        try await TestDatabase.with { database in
            let runner = database.runner()
            let accepted = MigrationRunner.Options(contracts: true, accepted: second.plan.fingerprint)
            _ = try await runner.up(MigrationSet([first]), accepted)
            try await database.fill(rows)
            let before = try await database.schema()
            let set = MigrationSet([first, second])
            _ = try await runner.up(set, accepted)
            let pair = Comment(rawValue: "\(source) to \(target)")
            #expect(difference(try await database.schema(), wanted) == [], pair)
            #expect(try await database.text("SELECT count(*), count(name) FROM persons") == "\(rows)|\(rows)", pair)
            let way = MigrationScript(second.committed.down)
            _ = try await runner.down(set, .init(contracts: true, accepted: way.fingerprint))
            #expect(difference(try await database.schema(), before) == [], "\(source) to \(target) and back")
            #expect(try await database.text("SELECT count(*), count(name) FROM persons") == "\(rows)|\(rows)", pair)
        }
    }

    private static func schema(of contract: TestContract) async throws -> [String] {
        var schema: [String] = []
        try await TestDatabase.with { database in
            let only = try MigrationFiles.made(1, from: nil, to: try contract.document())
            _ = try await database.runner().up(MigrationSet([only]))
            schema = try await database.schema()
        }
        return schema
    }

    private static func difference(_ found: [String], _ wanted: [String]) -> [String] {
        found.filter { !wanted.contains($0) }.map { "+ \($0)" }
            + wanted.filter { !found.contains($0) }.map { "- \($0)" }
    }
}
