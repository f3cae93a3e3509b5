import Runtime
import Testing

@testable import Generator

/// What a plan says of its steps, held against what Postgres does.
@Suite("Migration: what a step says that it locks, reads and writes", .timeLimit(.minutes(20)))
struct ClaimTests {
    @Test(
        "is what Postgres does, on the way to every contract and back, and no table is read or written under a lock that stops others",
        arguments: TestContract.allCases)
    func claims(from source: TestContract) async throws {
        let first = try MigrationFiles.made(1, from: nil, to: try source.document())
        try await TestDatabase.with { template in
            _ = try await template.runner().up(MigrationSet([first]))
            try await template.fill(500)
            await template.session.close()
            for target in TestContract.allCases where target != source {
                let lies = try await Self.lies(
                    template, there: try source.document(), back: try target.document())
                #expect(lies == [], "\(source) to \(target)")
            }
        }
    }

    /// On the way there and back, on a copy of the database.
    private static func lies(
        _ template: TestDatabase, there old: ContractDocument, back new: ContractDocument
    ) async throws -> [String] {
        let plan = try MigrationFiles.made(2, from: old, to: new).plan
        let back = try MigrationPlanner.plan(from: new.schema, to: old.schema, drops: .all).get()
        var lies: [String] = []
        try await TestDatabase.with(template: template.name) { database in
            let witness = StepWitness(session: database.session)
            for step in plan.steps + back.steps { lies += try await witness.lies(of: step) }
        }
        return lies
    }

    private static let parents = [
        "parent: {type: uuid, optional: true, read: user, write: self}",
        "guardian: {was: [parent], column: guardian, type: uuid, ref: identity, optional: true, read: user, write: self}",
    ]

    @Test(
        "is what Postgres does to the table that a reference is to, when the reference goes or moves",
        arguments: parents)
    func references(parent: String) async throws {
        let fields = ["name", "note", "count"].map { "\($0): {type: text, length: ..500, optional: true, read: user}" }
        func document(_ parent: String) throws -> ContractDocument {
            try TestContract.document(
                TestContract.spec(fields + ["size: {type: text, length: ..9, optional: true, read: user}", parent]),
                path: "parent.yaml")
        }
        let old = try document("parent: {type: uuid, ref: identity, optional: true, read: user, write: self}")
        try await TestDatabase.with { template in
            _ = try await template.runner().up(MigrationSet([try MigrationFiles.made(1, from: nil, to: old)]))
            try await template.fill(500)
            await template.session.close()
            let lies = try await Self.lies(template, there: old, back: try document(parent))
            #expect(lies == [])
        }
    }

    private static let lies: [(String, lock: String?, MigrationStep.Work, String)] = [
        (
            "ALTER TABLE persons ALTER COLUMN count TYPE numeric", "ACCESS EXCLUSIVE on persons", .neither,
            "persons: is written anew"
        ),
        (
            "ALTER TABLE persons ADD COLUMN at timestamptz NOT NULL DEFAULT clock_timestamp()",
            "ACCESS EXCLUSIVE on persons", .neither, "persons: is written anew"
        ),
        (
            "ALTER TABLE persons ALTER COLUMN user_id SET NOT NULL", "ACCESS EXCLUSIVE on persons", .neither,
            "persons: is read from end to end, which isn't said"
        ),
        (
            "ALTER TABLE persons ADD CONSTRAINT c CHECK (count < 100)", "ACCESS EXCLUSIVE on persons", .scans,
            "persons: is read from end to end under ACCESS EXCLUSIVE"
        ),
        (
            "CREATE INDEX i ON persons (count)", "SHARE on persons", .scans,
            "persons: is read from end to end under SHARE"
        ),
        (
            "ALTER TABLE persons ADD COLUMN nick text", nil, .neither,
            "persons: takes ACCESS EXCLUSIVE, and says none"
        ),
        (
            "CREATE TABLE others (id uuid REFERENCES auth.users (id))", nil, .neither,
            "auth.users: takes SHARE ROW EXCLUSIVE, and says none"
        ),
        (
            "SELECT 1", "ACCESS EXCLUSIVE on persons", .neither,
            "persons: takes no such lock, and says ACCESS EXCLUSIVE"
        ),
        ("UPDATE persons SET count = 1", nil, .neither, "persons: has rows written, which isn't said"),
        (
            "ALTER TABLE persons ALTER COLUMN count SET DEFAULT 1; UPDATE persons SET count = 1 WHERE id = 1",
            "ACCESS EXCLUSIVE on persons", .writes, "persons: has rows written under ACCESS EXCLUSIVE"
        ),
    ]

    @Test("is found out where it's a lie", arguments: lies)
    func foundOut(lie: (sql: String, lock: String?, work: MigrationStep.Work, told: String)) async throws {
        let first = try MigrationFiles.made(1, from: nil, to: try TestContract.base.document())
        try await TestDatabase.with { database in
            _ = try await database.runner().up(MigrationSet([first]))
            try await database.fill(50)
            let step = MigrationStep(
                phase: .expand, kind: .transaction, words: "Lies.", lock: lie.lock, work: lie.work, sql: lie.sql)
            let told = try await StepWitness(session: database.session).lies(of: step)
            #expect(told.contains("\(lie.told), in: Lies."), "\(told)")
        }
    }
}
