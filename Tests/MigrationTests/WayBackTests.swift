import Generator
import Synchronization
import Testing

@testable import Runtime

@Suite("Migration: the way back", .timeLimit(.minutes(10)))
struct WayBackTests {
    /// A database that has gone through some migrations.
    private struct Way {
        let files: [MigrationFiles]
        let set: MigrationSet
        let up: MigrationRunner.Options
        let down: MigrationRunner.Options

        /// - Parameter contracts: two at least.
        init(_ contracts: TestContract...) throws {
            var (files, last) = ([MigrationFiles](), ContractDocument?.none)
            for contract in contracts {
                let document = try contract.document()
                files.append(try MigrationFiles.made(files.count + 1, from: last, to: document))
                last = document
            }
            self.files = files
            set = MigrationSet(files)
            up = .init(contracts: true, accepted: files.last?.plan.fingerprint)
            down = .init(
                contracts: true, accepted: set.committed.last.flatMap { MigrationScript($0.down).fingerprint })
        }

        var first: MigrationSet { MigrationSet(Array(files.dropLast())) }
    }

    private static let changes: [(TestContract, TestContract)] = [
        (.base, .required), (.number, .base), (.unique, .base), (.base, .sorted), (.added, .base), (.base, .added),
    ]

    @Test("stopped before or within any step nobody serves or migrates but who goes on with it", arguments: changes)
    func anywhere(change: (TestContract, TestContract)) async throws {
        let way = try Way(change.0, change.1)
        try await TestDatabase.with { database in
            _ = try await database.runner().up(way.first)
            try await database.fill(1_200)
            let before = try await database.schema()
            _ = try await database.runner().up(way.set, way.up)
            var (runs, leaving, isDone) = (0, 0, false)
            while !isDone {
                runs += 1
                try #require(runs < 100)
                do throws(MigrationError) {
                    _ = try await Self.stopping(database, after: min(runs - 1, 1)).down(way.set, way.down)
                    isDone = true
                } catch {
                    #expect(error.code == .interrupted, "\(error)")
                    leaving += try await Self.isLeft(database, way) ? 1 : 0
                }
            }
            #expect(leaving > 0)
            #expect(try await database.schema() == before)
            #expect(try await database.text("SELECT count(*) FROM persons WHERE name IS NOT NULL") == "1200")
            let last = try #require(try await database.runner().history().first)
            #expect(last.migration == "0002_m down" && last.takingBack == nil && last.appliedBy != nil, "\(last)")
            #expect(try await database.runner().standing(way.first) == .ready)
            #expect(try await database.runner().standing(way.set) == .behind("0002_m"))
            // And forwards again, as if nothing had been.
            _ = try await database.runner().up(way.set, way.up)
            #expect(try await database.runner().standing(way.set) == .ready)
        }
    }

    /// - Returns: whether the way back has begun, after which only its end leads on.
    private static func isLeft(_ database: TestDatabase, _ way: Way) async throws -> Bool {
        let runner = database.runner()
        guard try await runner.history().first?.takingBack == "0002_m" else {
            #expect(try await runner.standing(way.set) == .ready)
            return false
        }
        #expect(try await runner.standing(way.set) == .leaving("0002_m"))
        #expect(
            try await database.text("SELECT taking_back_by = session_user FROM roster.migrations WHERE id = 2") == "t")
        let up = await failure { () async throws(MigrationError) in try await runner.up(way.set, way.up) }
        #expect(up?.reason == "0002_m is being taken back, and that was not ended", "\(String(describing: up))")
        let verify = await failure { () async throws(MigrationError) in
            try await runner.verify(way.set, document: "{}", script: "")
        }
        #expect(verify?.reason == up?.reason)
        return true
    }

    private static func stopping(_ database: TestDatabase, after count: Int) -> MigrationRunner {
        let left = Atomic(count)
        var runner = database.runner { $0.batch = 500 }
        runner.beforeStep = { _, _ async throws(MigrationError) in
            guard left.subtract(1, ordering: .relaxed).newValue < 0 else { return }
            throw MigrationError(code: .interrupted, target: nil, reason: "stopped", advice: "", mayBeApplied: false)
        }
        return runner
    }

    @Test("is refused while contract steps wait, since servers of before work, and that is said")
    func waiting() async throws {
        let way = try Way(.added, .base)
        try await TestDatabase.with { database in
            _ = try await database.runner().up(way.set)
            let before = try await database.schema()
            let error = await failure { () async throws(MigrationError) in
                try await database.runner().down(way.set, way.down)
            }
            #expect(error?.code == .refused)
            #expect(
                error?.reason
                    == "the contract steps of 0002_m wait, so servers of the contract before it work as they did")
            #expect(error?.advice.hasPrefix("to go back, start those servers and leave the database;") == true)
            #expect(try await database.schema() == before)
            #expect(try await database.runner().standing(way.first) == .ahead)
        }
    }

    @Test("that finds rows in its way has not begun: servers go on, and the next try looks again")
    func misfits() async throws {
        let way = try Way(.narrower, .wider)
        try await TestDatabase.with { database in
            _ = try await database.runner().up(way.set, way.up)
            try await database.fill(5)
            try await database.session.execute("UPDATE persons SET name = repeat('n', 60) WHERE id = 2")
            for _ in 0..<2 {
                let error = await failure { () async throws(MigrationError) in
                    try await database.runner().down(way.set, way.down)
                }
                #expect(error?.code == .refused)
                #expect(try await database.runner().standing(way.set) == .ready)
            }
            try await database.session.execute("UPDATE persons SET name = 'nn'")
            _ = try await database.runner().down(way.set, way.down)
            #expect(try await database.runner().standing(way.first) == .ready)
        }
    }

    @Test("goes back one migration at a time, where two lead to one state, and ends at the first")
    func oneByOne() async throws {
        let way = try Way(.base, .added, .base)
        try await TestDatabase.with { database in
            let runner = database.runner()
            _ = try await runner.up(way.set, way.up)
            #expect(try await runner.down(way.set, way.down).applied == ["0003_m down"])
            let second = MigrationScript(way.set.committed[1].down).fingerprint
            let stopped = await failure { () async throws(MigrationError) in
                try await Self.stopping(database, after: 0).down(way.set, .init(accepted: second))
            }
            #expect(stopped?.code == .interrupted)
            let up = await failure { () async throws(MigrationError) in try await runner.up(way.set, way.up) }
            #expect(up?.reason == "0002_m is being taken back, and that was not ended", "\(String(describing: up))")
            let added = MigrationSet(Array(way.files.prefix(2)))
            #expect(try await runner.standing(added) == .leaving("0002_m"))
            #expect(try await runner.down(way.set, .init(accepted: second)).applied == ["0002_m down"])
            let error = await failure { () async throws(MigrationError) in try await runner.down(way.set, way.down) }
            #expect(error?.reason == "0001_m has no way back", "\(String(describing: error))")
            // Where it began is where the build ends, too.
            #expect(try await runner.standing(way.set) == .ready)
        }
    }

    @Test("and the contract steps spare servers that are connected and need what would go, where it's asked for")
    func serving() async throws {
        let way = try Way(.added, .base)
        var (up, down) = (way.up, way.down)
        up.sparesServers = true
        down.sparesServers = true
        try await TestDatabase.with { database in
            let runner = database.runner()
            _ = try await runner.up(way.set)
            let former = try await Self.server(database, way.files[0])
            let error = await failure { () async throws(MigrationError) in try await runner.up(way.set, up) }
            #expect(error?.code == .stillServing)
            #expect(
                error?.reason
                    == "the contract steps of 0002_m take away what servers need that are connected, by 1 connection")
            #expect(try await runner.standing(way.first) == .ahead)
            await former.close()
            try await Self.gone(database)
            let next = try await Self.server(database, way.files[1])
            _ = try await runner.up(way.set, up)
            let back = await failure { () async throws(MigrationError) in try await runner.down(way.set, down) }
            #expect(back?.code == .stillServing)
            #expect(try await runner.standing(way.set) == .ready)
            _ = try await runner.down(way.set, way.down)
            await next.close()
        }
    }

    @Test("which need nothing of what would go when they wait for a later migration of the build")
    func laterServers() async throws {
        let way = try Way(.added, .base, .number)
        let set = way.set
        let second = MigrationSet(Array(way.files.prefix(2)))
        try await TestDatabase.with { database in
            let runner = database.runner()
            _ = try await runner.up(second)
            let former = try await Self.server(database, way.files[0])
            let later = try await Self.server(database, way.files[2])
            let up = MigrationRunner.Options(
                contracts: true, accepted: MigrationScript(set.committed[1].up).fingerprint, sparesServers: true)
            let refused = await failure { () async throws(MigrationError) in try await runner.up(set, up) }
            #expect(refused?.code == .stillServing)
            await former.close()
            try await Self.gone(database, but: 1)
            // Values that the third loses are not accepted here; the second is ended.
            let third = await failure { () async throws(MigrationError) in try await runner.up(set, up) }
            #expect(third == nil || third?.code == .notAccepted, "\(String(describing: third))")
            #expect(try await runner.history().last { $0.migration == "0002_m" }?.isContracted == true)
            await later.close()
        }
    }

    @Test("of servers that connect while it begins, too, and then it has not begun")
    func connecting() async throws {
        let way = try Way(.narrower, .wider)
        var down = way.down
        down.sparesServers = true
        let options = down
        try await TestDatabase.with { database in
            _ = try await database.runner().up(way.set, way.up)
            let servers = Mutex<[PostgresSession]>([])
            var runner = database.runner()
            runner.beforeStep = { _, _ async throws(MigrationError) in
                guard let server = try? await Self.server(database, way.files[1]) else { return }
                servers.withLock { $0.append(server) }
            }
            let connecting = runner
            let error = await failure { () async throws(MigrationError) in
                try await connecting.down(way.set, options)
            }
            #expect(error?.code == .stillServing, "\(String(describing: error))")
            #expect(servers.withLock { !$0.isEmpty })
            #expect(try await database.runner().standing(way.set) == .ready)
            for server in servers.withLock({ $0 }) { await server.close() }
        }
    }

    @Test("is refused while a later migration is begun and not ended, which goes on and is taken back first")
    func laterBegun() async throws {
        let way = try Way(.base, .added, .required)
        try await TestDatabase.with { database in
            let second = MigrationSet(Array(way.files.prefix(2)))
            _ = try await database.runner().up(second, .init(contracts: true))
            var stopping = database.runner()
            let isBegun = Atomic(false)
            stopping.beforeStep = { _, _ async throws(MigrationError) in
                let steps = try? await database.text(
                    "SELECT count(*) FROM roster.migration_steps WHERE migration = '0003_m' AND phase = 'expand'")
                guard steps != "0" else { return }
                isBegun.store(true, ordering: .relaxed)
                throw MigrationError(
                    code: .interrupted, target: nil, reason: "stopped", advice: "", mayBeApplied: false)
            }
            let stopped = stopping
            let interrupted = await failure { () async throws(MigrationError) in try await stopped.up(way.set, way.up) }
            #expect(interrupted?.code == .interrupted && isBegun.load(ordering: .relaxed))
            let before = try await database.schema()
            let down = MigrationRunner.Options(accepted: MigrationScript(second.committed[1].down).fingerprint)
            for set in [way.set, second] {
                let error = await failure { () async throws(MigrationError) in
                    try await database.runner().down(set, down)
                }
                #expect(error?.reason == "0003_m was begun and not ended", "\(String(describing: error))")
            }
            #expect(try await database.schema() == before)
            _ = try await database.runner().up(way.set, way.up)
            #expect(try await database.runner().down(way.set, way.down).applied == ["0003_m down"])
            #expect(try await database.runner().down(way.set, down).applied == ["0002_m down"])
        }
    }

    /// A connection called as those of a server are that stores what the migration leads to.
    private static func server(_ database: TestDatabase, _ files: MigrationFiles) async throws -> PostgresSession {
        let session = try await PostgresSession.open(
            url: database.url, deadline: .now + .seconds(20), reactor: database.reactor)
        try await session.execute("SET application_name = '\(ConnectionName.of(schema: files.entry.to))'")
        return session
    }

    /// Waits until no more servers are connected.
    private static func gone(_ database: TestDatabase, but count: Int = 0) async throws {
        let end = ContinuousClock.now + .seconds(20)
        while try await database.text(servers) != "\(count)" { try #require(end > .now) }
    }

    private static let servers =
        "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'roster %' AND datname = current_database()"
}
