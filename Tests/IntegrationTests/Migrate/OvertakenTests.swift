import Logging
import Runtime
import Synchronization
import TestSupport
import Testing

@testable import Server

/// Servers that don't look at the ledger by themselves for as long as these tests run.
@Suite("A server whose database is migrated between two looks", .timeLimit(.minutes(2)))
struct OvertakenTests {
    @Test("answers 503 to all whose statements fail by it, and looks once for all of them; then it is not ready")
    func storm() async throws {
        try await Self.scoped { deployment in
            let client = try await deployment.client(roles: "admin")
            try await LaterBuild.migrate(deployment.databaseURL, contracts: true)
            #expect(try await deployment.anonymous.get("/readyz").status == 200)
            let (looks, refused) = (try await deployment.looks, try await deployment.refusedStatements)
            let answers = try await deployment.database.withSession { session in
                // What stands in the way until all are with Postgres.
                try await session.execute("BEGIN; ALTER TABLE user_profiles DROP COLUMN display_name")
                return try await withThrowingTaskGroup(of: Answer.self) { group in
                    for _ in 0..<60 { group.addTask { try await client.get("/api/admin/users") } }
                    try await deployment.reach(60)
                    try await session.execute("COMMIT")
                    return try await group.reduce(into: []) { $0.append($1) }
                }
            }
            #expect(answers.map(\.status) == Array(repeating: 503, count: 60))
            #expect(answers.allSatisfy { $0.headers["retry-after"] == "1" && !$0.body.contains("display_name") })
            #expect(try await deployment.refusedStatements - refused == 60)
            #expect(try await deployment.looks - looks == 1)
            let probe = try await deployment.anonymous.get("/readyz")
            #expect(probe.status == 503)
            #expect(probe.body.contains("brought elsewhere by \(LaterBuild.id)"), "\(probe.body)")
        }
    }

    @Test("answers 503 to what a rule of the later build refuses, and goes on with the rest")
    func rule() async throws {
        try await Self.scoped { deployment in
            var client = try await deployment.client(as: deployment.person())
            client.isChecked = false
            try await deployment.database.run(
                "ALTER TABLE user_profiles ADD CONSTRAINT later CHECK (bio <> 'Refused.') NOT VALID")
            #expect(try await client.patch("/api/users/me", #"{"bio":"Refused."}"#).status == 500)
            try await LaterBuild.migrate(deployment.databaseURL, contracts: false)
            #expect(try await client.patch("/api/users/me", #"{"bio":"Refused."}"#).status == 503)
            #expect(try await client.patch("/api/users/me", #"{"bio":"Taken."}"#).status == 200)
            #expect(try await deployment.anonymous.get("/readyz").status == 200)
        }
    }

    @Test("answers 500 when nobody has migrated, however many ask, and looks no more often than it may")
    func byHand() async throws {
        try await Self.scoped { deployment in
            var client = try await deployment.client(as: deployment.person())
            client.isChecked = false
            let (asking, looks) = (client, try await deployment.looks)
            try await deployment.database.run("ALTER TABLE user_profiles DROP COLUMN bio")
            let start = ContinuousClock.now
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<100 {
                    group.addTask { try await asking.patch("/api/users/me", #"{"bio":"B"}"#).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 500, count: 100))
            // One that begins at once, and one after each time that must lie between.
            let most = 2 + Int(start.duration(to: .now) / ContractWatch.Configuration().spacing)
            let looked = try await deployment.looks - looks
            #expect((1...most).contains(looked), "\(looked) looks, at most \(most)")
            #expect(try await deployment.anonymous.get("/readyz").status == 200)
        }
    }

    @Test("which stops while requests wait for a look lets go of them")
    func stopped() async throws {
        let reactor = try Reactor()
        defer { reactor.shutdown() }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let pool = PostgresPool(
            configuration: PostgresConfiguration(url: "postgres://roster:none@127.0.0.1:1/roster"), reactor: reactor,
            metrics: Metrics(), logger: logger)
        pool.start()
        let watch = ContractWatch(
            postgres: pool, migrations: LaterBuild.migrations, configuration: .init(spacing: .seconds(3600)),
            logger: logger)
        watch.note(.ahead)
        let running = Task { await watch.run() }
        async let before = watch.refusalAfterFailure()
        running.cancel()
        #expect(await before != nil)
        await running.value
        #expect(await watch.refusalAfterFailure() != nil)
        await pool.shutdown()
    }

    @Test("logs what a request failed by that gets a 503 for it: kind and SQLSTATE, and no name of a rule or value")
    func log() throws {
        let reactor = try Reactor()
        defer { reactor.shutdown() }
        let lines = LogLines()
        let pool = PostgresPool(
            configuration: PostgresConfiguration(url: "postgres://roster:none@127.0.0.1:1/roster"), reactor: reactor,
            metrics: Metrics(), logger: lines.logger)
        let watch = ContractWatch(
            postgres: pool, migrations: LaterBuild.migrations, configuration: .init(), logger: lines.logger)
        watch.tell(
            .server(sqlstate: "23514", constraint: "later_rule", table: "user_profiles", column: nil), requestID: "r-1")
        let line = try #require(lines.all.last)
        #expect(line.contains("r-1") && line.contains("23514") && line.contains("PostgresError"), "\(line)")
        #expect(!line.contains("later_rule") && !line.contains("user_profiles"), "\(line)")
    }

    private static func scoped(_ body: (Deployment) async throws -> Void) async throws {
        try await Deployment.scoped({ $0.ledger.interval = .seconds(3600) }) { deployment in
            // Has looked once.
            let end = ContinuousClock.now + .seconds(20)
            while try await deployment.anonymous.get("/readyz").status != 200 { try #require(end > .now) }
            try await body(deployment)
        }
    }
}

extension Deployment {
    fileprivate var looks: Int {
        get async throws { try await metric(#"roster_postgres_duration_seconds_count{statement="roster_migrations"}"#) }
    }

    fileprivate var refusedStatements: Int {
        get async throws { try await metric(#"roster_postgres_errors_total{kind="server"}"#) }
    }

    /// Waits until so many statements are with Postgres, or wait for it.
    fileprivate func reach(_ count: Int) async throws {
        let end = ContinuousClock.now + .seconds(20)
        while try await metric("roster_postgres_in_flight") + metric("roster_postgres_queued") < count {
            try #require(end > .now)
        }
    }

    private func metric(_ name: String) async throws -> Int {
        let lines = try await anonymous.get("/metrics").body.split(separator: "\n")
        let value = lines.first { $0.hasPrefix(name + " ") }?.dropFirst(name.count + 1)
        return try #require(value.flatMap { Double($0) }.map { Int($0) }, "\(name)")
    }
}

/// Keeps what is logged, as one text a line.
private final class LogLines: Sendable {
    private let kept = Mutex<[String]>([])

    var all: [String] { kept.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(lines: self) } }

    private struct Handler: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.kept.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
        }
    }
}
