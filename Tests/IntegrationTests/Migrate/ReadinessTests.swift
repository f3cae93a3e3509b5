import Generated
import Runtime
import TestSupport
import Testing

@testable import Server

@Suite("A server and a database that are not at one version", .timeLimit(.minutes(2)))
struct ReadinessTests {
    @Test("behind: not ready, the missing migration is named, no request is served; after it was run, all are")
    func behind() async throws {
        try await Deployment.scoped { former in
            let later = try await Deployment(on: former.databaseURL, serving: LaterBuild.api)
            let client = try await later.client(as: later.person())
            try await later.become("unavailable")
            let probe = try await later.anonymous.get("/readyz")
            #expect(probe.status == 503)
            #expect(probe.json["details"] == ["contract": .string("the database lacks \(LaterBuild.id)")])
            #expect(try await later.anonymous.get("/livez").status == 200)
            let refused = try await client.get("/api/users/me")
            #expect(refused.status == 503)
            #expect(refused.headers["retry-after"] == "1")
            #expect(!refused.body.contains(LaterBuild.id))
            try await LaterBuild.migrate(former.databaseURL, contracts: false)
            try await later.become("ready")
            #expect(try await client.get("/api/users/me").status == 200)
            await later.stop()
        }
    }

    @Test("ahead: served while nothing was taken away, and not any more when that has begun")
    func ahead() async throws {
        try await Deployment.scoped { first in
            let person = try await first.person()
            try await LaterBuild.migrate(first.databaseURL, contracts: false)
            let former = try await first.another()
            try await former.become("ready")
            #expect(try await former.client(as: person).get("/api/users/me").status == 200)
            await former.stop()
            let status = try await BuiltProgram.run(["migrate", "status"], ["DATABASE_URL": first.databaseURL])
            #expect(status.status == 0)
            #expect(status.output.contains("A later build has migrated the database"))
            let up = try await BuiltProgram.run(["migrate"], ["DATABASE_URL": first.databaseURL])
            #expect(up.status == 0, "\(up.errors)")
            try await LaterBuild.migrate(first.databaseURL, contracts: true)
            let refusing = try await first.another()
            try await refusing.become("unavailable")
            let probe = try await refusing.anonymous.get("/readyz")
            #expect(probe.body.contains("the database was brought elsewhere by \(LaterBuild.id)"), "\(probe.body)")
            #expect(try await refusing.client(as: person).get("/api/users/me").status == 503)
            await refusing.stop()
        }
    }

    @Test("a migration without a step of its way back is taken back when no server that needs it is connected")
    func takenBack() async throws {
        try await Deployment.scoped { former in
            try await LaterBuild.migrate(former.databaseURL, contracts: true)
            let later = try await Deployment(on: former.databaseURL, serving: LaterBuild.api)
            try await later.become("ready")
            let error = await #expect(throws: MigrationError.self) { try await Self.takeBack(former.databaseURL) }
            #expect(error?.code == .stillServing, "\(String(describing: error))")
            #expect(try await later.anonymous.get("/readyz").status == 200)
            await later.stop()
            try await Self.takeBack(former.databaseURL)
            try await former.become("ready")
            let status = try await BuiltProgram.run(["migrate", "status"], ["DATABASE_URL": former.databaseURL])
            #expect(status.status == 0, "\(status.output)")
            #expect(status.output.contains(#/0099_badge down  20[0-9TZ:-]+ by /#), "\(status.output)")
        }
    }

    /// Until the connections of servers that have stopped are gone.
    private static func takeBack(_ url: String) async throws {
        let end = ContinuousClock.now + .seconds(5)
        while true {
            do {
                _ = try await Serving.withMigrations(url) { _, runner in
                    try await runner.down(LaterBuild.migrations, .init(contracts: true, sparesServers: true))
                }
                return
            } catch let error as MigrationError where error.code == .stillServing && end > .now {
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    @Test("a database that was never migrated, and a user who may not look, are told as such")
    func unknown() async throws {
        try await Deployment.scoped { deployment in
            let role = "reader_\(UInt32.random(in: 0 ... .max))"
            try await deployment.database.run("CREATE ROLE \(role) LOGIN PASSWORD 'reader'")
            let address = deployment.databaseURL.split(separator: "@").last ?? ""
            let reader = try await Deployment(on: "postgres://\(role):reader@\(address)")
            try await reader.become("unavailable")
            #expect(try await reader.anonymous.get("/readyz").body.contains("USAGE on the schema roster"))
            await reader.stop()
            try await deployment.database.run("DROP ROLE \(role)")
            try await deployment.database.run("DROP SCHEMA roster CASCADE")
            let empty = try await deployment.another()
            try await empty.become("unavailable")
            #expect(try await empty.anonymous.get("/readyz").body.contains("the database lacks 0001_initial"))
            await empty.stop()
        }
    }

    @Test("ten `roster migrate` at once: one migrates, none fails, and the others say that nothing was to be done")
    func together() async throws {
        try await Deployment.withEmptyDatabase { url in
            let runs = try await withThrowingTaskGroup(of: FinishedProgram.self) { group in
                for _ in 0..<10 { group.addTask { try await BuiltProgram.run(["migrate"], ["DATABASE_URL": url]) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(runs.map(\.status) == Array(repeating: 0, count: 10), "\(runs.map(\.errors))")
            #expect(runs.allSatisfy { $0.output.hasSuffix("The database is up to date.\n") })
            #expect(runs.count { $0.output.contains("Makes the tables") } == 1, "\(runs.map(\.output))")
        }
    }
}

extension Deployment {
    /// Waits until the probe says so, and its check of the contract is known.
    fileprivate func become(_ status: String) async throws {
        let end = ContinuousClock.now + .seconds(20)
        while true {
            let probe = try await anonymous.get("/readyz")
            if probe.json["status"]?.string == status, status == "ready" || probe.json["details"] != nil { return }
            try #require(end > .now, "\(probe.body)")
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
