import Generator
import Testing

@testable import Runtime

@Suite("Migration: the runner of steps", .timeLimit(.minutes(5)))
struct RunnerTests {
    private static func migrations(_ contracts: TestContract...) throws -> [MigrationFiles] {
        var (files, last) = ([MigrationFiles](), ContractDocument?.none)
        for contract in contracts {
            let document = try contract.document()
            files.append(try MigrationFiles.made(files.count + 1, from: last, to: document))
            last = document
        }
        return files
    }

    @Test("ten that start at once: one migrates, none fails")
    func together() async throws {
        let set = MigrationSet(try Self.migrations(.base, .added, .sorted))
        let options = MigrationRunner.Options(
            contracts: true, accepted: set.committed.last.flatMap { MigrationScript($0.up).fingerprint })
        try await TestDatabase.with { database in
            let reports = try await withThrowingTaskGroup(of: MigrationRunner.Report.self) { group in
                for _ in 0..<10 { group.addTask { try await database.runner().up(set, options) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(reports.flatMap(\.applied) == ["0001_m", "0002_m", "0003_m"])
        }
    }

    @Test("rows that a tightened rule would refuse are counted and named by their ids, and nothing is changed")
    func misfits() async throws {
        let files = try Self.migrations(.base, .fewerWords)
        try await TestDatabase.with { database in
            _ = try await database.runner().up(MigrationSet([files[0]]))
            try await database.fill(50)
            try await database.session.execute("UPDATE persons SET size = 'large' WHERE user_id::text LIKE '%1'")
            let before = try await database.schema()
            let error = await failure { () async throws(MigrationError) in
                try await database.runner().up(MigrationSet(files), .init(contracts: true))
            }
            #expect(error?.code == .refused)
            #expect(
                error?.reason.contains(
                    "4 rows of persons that the rule of `size` refuses: 00000000-0000-4000-8000-000000000001, ")
                    == true, "\(String(describing: error))")
            #expect(error?.reason.contains("large") == false)
            #expect(try await database.schema() == before)
            try await database.session.execute("UPDATE persons SET size = 'small'")
            _ = try await database.runner().up(MigrationSet(files), .init(contracts: true))
        }
    }

    @Test("equal values that are to be unique are told by the ids of their rows")
    func duplicates() async throws {
        let files = try Self.migrations(.base, .unique)
        try await TestDatabase.with { database in
            _ = try await database.runner().up(MigrationSet([files[0]]))
            try await database.fill(10)
            try await database.session.execute(
                "UPDATE persons SET name = 'Secret' WHERE id = 2; UPDATE persons SET name = 'sECRET' WHERE id = 3")
            let error = await failure { () async throws(MigrationError) in
                try await database.runner().up(MigrationSet(files), .init(contracts: true))
            }
            #expect(error?.code == .refused)
            #expect(
                error?.reason.contains("000000000002 = 00000000-0000-4000-8000-000000000003") == true,
                "\(String(describing: error))")
            #expect(error?.reason.lowercased().contains("secret") == false)
        }
    }

    @Test("values are dropped only by the fingerprint of the plan; up to there all is done")
    func accepted() async throws {
        let files = try Self.migrations(.added, .base)
        let set = MigrationSet(files)
        try await TestDatabase.with { database in
            _ = try await database.runner().up(MigrationSet([files[0]]))
            let report = try await database.runner().up(set)
            #expect(report.waiting == "0002_m")
            for wrong in [nil, "0123456789ab"] {
                let error = await failure { () async throws(MigrationError) in
                    try await database.runner().up(set, .init(contracts: true, accepted: wrong))
                }
                #expect(error?.code == .notAccepted)
                #expect(error?.advice.contains(files[1].plan.fingerprint ?? "?") == true)
            }
            #expect(try await database.text("SELECT count(title) FROM persons") == "0")
            _ = try await database.runner().up(set, .init(contracts: true, accepted: files[1].plan.fingerprint))
            #expect(try await database.schema().contains { $0.contains("|title|") } == false)
        }
    }

    @Test("another file under the id of one that was run is refused by its name")
    func edited() async throws {
        let files = try Self.migrations(.base, .added)
        try await TestDatabase.with { database in
            _ = try await database.runner().up(MigrationSet(files))
            let last = files[1].committed
            let edited = CommittedMigration(
                id: last.id, from: last.from, to: last.to, checksum: String(repeating: "0", count: 64),
                upText: last.up, downText: last.down)
            let set = MigrationSet(
                contract: "c", schema: last.to, document: "", whole: "", committed: [files[0].committed, edited])
            let error = await failure { () async throws(MigrationError) in try await database.runner().up(set) }
            #expect(error?.code == .edited)
            #expect(error?.reason.contains("spec/migrations/0002_m/up.sql") == true)
        }
    }

    @Test("a database of another branch is left as it is, and one that is where the build is needs nothing")
    func branches() async throws {
        let (one, other) = (try Self.migrations(.base, .added), try Self.migrations(.base, .sorted))
        try await TestDatabase.with { database in
            _ = try await database.runner().up(MigrationSet(one))
            let error = await failure { () async throws(MigrationError) in
                try await database.runner().up(MigrationSet(other))
            }
            #expect(error?.code == .unknownState)
            #expect(error?.reason.contains("0002_m") == true)
            // The same state by one migration: adopted.
            let squashed = try MigrationFiles.made(1, from: nil, to: TestContract.added.document())
            #expect(try await database.runner().up(MigrationSet([squashed])) == MigrationRunner.Report())
        }
    }

    @Test("a transaction that holds the table is not queued for, and readers get in between the tries")
    func busy() async throws {
        let files = try Self.migrations(.base, .added)
        try await TestDatabase.with { database in
            _ = try await database.runner().up(MigrationSet([files[0]]))
            let other = try await PostgresSession.open(
                url: database.url, deadline: .now + .seconds(20), reactor: database.reactor)
            try await other.execute("BEGIN; SELECT FROM persons")
            let runner = database.runner {
                $0.tableLock = .milliseconds(50)
                $0.tries = 1_000
            }
            async let report = runner.up(MigrationSet(files))
            try await database.session.execute("SELECT pg_sleep(0.3)")
            try await database.session.execute("SELECT FROM persons", within: .seconds(5))
            await other.close()
            #expect(try await report.applied == ["0002_m"])
        }
    }

    @Test("the readiness of a build: behind, there, ahead by what it can live with, and beyond")
    func standing() throws {
        let files = try Self.migrations(.base, .added, .fewerWords)
        func entry(_ number: Int, contract: Bool = false, isDone: Bool = true) -> DatabaseStanding.Entry {
            .init(
                migration: files[number].entry.id, schema: files[number].entry.to, hasContractSteps: contract,
                isContracted: isDone)
        }
        let set = MigrationSet(Array(files[...1]))
        #expect(DatabaseStanding(set, []) == nil)
        #expect(DatabaseStanding(set, [entry(0)]) == .behind("0002_m"))
        #expect(DatabaseStanding(set, [entry(1), entry(0)]) == .ready)
        #expect(DatabaseStanding(set, [entry(2, contract: true, isDone: false), entry(1), entry(0)]) == .ahead)
        #expect(DatabaseStanding(set, [entry(2, contract: true), entry(1), entry(0)]) == .elsewhere("0003_m"))
    }
}
