import Generator
import Testing

@testable import Runtime

/// From each contract to each other: the tables are those of the target, and `down` brings those of the source back.
@Suite("Migration: every pair of contracts", .timeLimit(.minutes(20)))
struct PairTests {
    private static let rows = 10_000

    /// No lock that stops reads or writes is held longer.
    private static let longest = 200

    @Test(
        "ends at the target, keeps every row, lets former servers go on, stops nobody for long, and goes back",
        arguments: TestContract.allCases)
    func pairs(from source: TestContract) async throws {
        let wanted = try await Self.wanted.value
        let first = try MigrationFiles.made(1, from: nil, to: try source.document())
        try await TestDatabase.with { template in
            _ = try await template.runner().up(MigrationSet([first]))
            try await template.fill(Self.rows)
            let before = try await template.schema()
            await template.session.close()
            for target in TestContract.allCases where target != source {
                let pair = try Pair(source, target)
                // A machine that stands still holds locks, too; a plan that holds one does so every time.
                var holds = try await Self.migrate(pair, template.name, before, wanted[target] ?? [])
                for _ in 0..<2 where holds.contains(where: { $0.milliseconds > Self.longest }) {
                    holds = try await Self.migrate(pair, template.name, before, wanted[target] ?? [])
                }
                #expect(holds.filter { $0.milliseconds > Self.longest } == [], "\(pair)")
            }
        }
    }

    /// What an empty database gets of each contract at once.
    private static let wanted = Task {
        var schemas: [TestContract: [String]] = [:]
        for contract in TestContract.allCases { schemas[contract] = try await schema(of: contract) }
        return schemas
    }

    private struct Pair: CustomStringConvertible {
        let description: String
        let set: MigrationSet
        let up, down: MigrationRunner.Options
        let isRolling: Bool
        let former, next: PreparedStatements
        /// What `verify` compares with.
        let document, script: String

        init(_ source: TestContract, _ target: TestContract) throws {
            let (old, new) = (try source.document(), try target.document())
            let first = try MigrationFiles.made(1, from: nil, to: old)
            let second = try MigrationFiles.made(2, from: old, to: new)
            description = "\(source) to \(target)"
            set = MigrationSet([first, second])
            up = .init(contracts: true, accepted: second.plan.fingerprint)
            down = .init(contracts: true, accepted: MigrationScript(second.committed.down).fingerprint)
            isRolling = second.plan.isRolling
            former = try PreparedStatements(of: source)
            next = try PreparedStatements(of: target)
            document = new.text
            script = first.committed.up
        }
    }

    /// - Returns: the locks that stopped others on the way there and back.
    private static func migrate(
        _ pair: Pair, _ template: String, _ before: [String], _ wanted: [String]
    ) async throws -> [LockObserver.Hold] {
        var holds: [LockObserver.Hold] = []
        try await TestDatabase.with(template: template) { database in
            let tables = ["persons", "auth.users"]
            let files = try await database.files()
            try await pair.former.prepare(in: database.session)
            let (_, expanding) = try await LockObserver.watch(database, tables) {
                try await database.runner().up(pair.set)
            }
            try await besides(pair, database)
            let between = try await database.runner().verify(pair.set, document: pair.document, script: pair.script)
            #expect(between.drift.filter { $0.level != .waiting } == [], "\(pair)")
            let (_, contracting) = try await LockObserver.watch(database, tables) {
                try await database.runner().up(pair.set, pair.up)
            }
            if pair.isRolling { try await pair.next.plan(in: database.session) }
            let after = try await database.runner().verify(pair.set, document: pair.document, script: pair.script)
            #expect(after == Verification(drift: []), "\(pair)")
            #expect(difference(try await database.schema(), wanted) == [], "\(pair)")
            #expect(try await database.text(counts) == "\(rows)|\(rows)", "\(pair)")
            let (_, back) = try await LockObserver.watch(database, tables) {
                try await database.runner().down(pair.set, pair.down)
            }
            #expect(difference(try await database.schema(), before) == [], "\(pair) and back")
            #expect(try await database.text(counts) == "\(rows)|\(rows)", "\(pair) and back")
            #expect(try await database.files() == files, "\(pair): a table was written anew, under a lock")
            holds = expanding + contracting + back
        }
        return holds
    }

    /// After the expand phase servers of both contracts work, those that have prepared their statements before and those
    /// that come; what the former contract allowed is still taken.
    private static func besides(_ pair: Pair, _ database: TestDatabase) async throws {
        try await pair.former.plan(in: database.session)
        try await pair.former.write(in: database.session)
        let session = try await PostgresSession.open(
            url: database.url, deadline: .now + .seconds(20), reactor: database.reactor)
        try await pair.former.prepare(in: session)
        await session.close()
        if pair.isRolling { try await pair.next.prepare(in: database.session) }
    }

    private static let counts = "SELECT count(*), count(name) FROM persons"

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
