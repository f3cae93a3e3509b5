import DevServices
import TestSupport
import Testing

@testable import Runtime

@Suite("Postgres: taken away under load", .serialized, .timeLimit(.minutes(3)))
struct PostgresFaultTests {
    /// What a busy machine may add to a deadline. A request that waits for ever, or for the server, is seconds late.
    static let margin = Duration.milliseconds(1500)

    enum Fault: String, CaseIterable {
        case freeze, kill, restart, freezeThenKill
    }

    @Test(
        "requests end by their deadlines, answers belong to their questions, no acknowledged write is lost",
        arguments: Fault.allCases)
    func underLoad(fault: Fault) async throws {
        try await PrivatePostgres.scoped { server in
            try await withPool(server) { fixture in
                let load = try await FaultLoad(fixture)
                let sum = try await load.run {
                    for _ in 0..<2 {
                        try await Task.sleep(for: .milliseconds(300))
                        try await disturb(server, fault)
                        try await expectRecovery(fixture.pool)
                    }
                    try await Task.sleep(for: .milliseconds(300))
                }
                #expect(sum.longestOverrun < Self.margin)
                #expect(sum.answered > 100, "\(sum)")
                #expect(sum.failed.values.reduce(0, +) > 0, "the fault was felt: \(sum)")
                #expect(sum.failed["server"] == nil, "\(sum)")
                try await load.checkWrites()
            }
        }
    }

    private func disturb(_ server: PrivatePostgres, _ fault: Fault) async throws {
        switch fault {
        case .freeze:
            try await server.freeze()
            try await Task.sleep(for: .milliseconds(1200))
            await server.thaw()
        case .kill:
            await server.kill()
            try await Task.sleep(for: .milliseconds(700))
            try await server.restart()
        case .restart:
            try await server.restart()
        case .freezeThenKill:
            try await server.freeze()
            try await Task.sleep(for: .milliseconds(200))
            await server.kill()
            try await server.restart()
        }
    }

    private func expectRecovery(_ pool: PostgresPool) async throws {
        let start = ContinuousClock.now
        while .now - start < .seconds(2) {
            let error = await failure { () async throws(PostgresError) in
                try await pool.query(
                    PostgresPoolTests.echo, PostgresPoolTests.number(1), deadline: .now + .milliseconds(300))
            }
            if error == nil { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("no answer within two seconds after Postgres is back")
    }

    @Test("questions withdrawn while Postgres is frozen don't shift the answers of the others")
    func cancelledWhileFrozen() async throws {
        try await PrivatePostgres.scoped { server in
            try await withPool(server, configure: { $0.connections = 2 }) { fixture in
                _ = try await fixture.pool.query(
                    PostgresPoolTests.echo, PostgresPoolTests.number(0), deadline: .late)
                try await server.freeze()
                let tasks = (0..<400 as Range<Int64>).map { number in
                    Task { () -> Result<Int64?, PostgresError> in
                        do throws(PostgresError) {
                            let rows = try await fixture.pool.query(
                                PostgresPoolTests.echo, PostgresPoolTests.number(number), deadline: .late)
                            return .success(rows.first?.int64(0))
                        } catch {
                            return .failure(error)
                        }
                    }
                }
                // Some are in the pipelines by now, the others wait for room there.
                while fixture.queued == 0 { await Task.yield() }
                for (number, task) in tasks.enumerated() where number % 2 == 0 { task.cancel() }
                for (number, task) in tasks.enumerated() where number % 2 == 0 {
                    #expect(await task.value == .failure(.cancelled))
                }
                await server.thaw()
                for (number, task) in tasks.enumerated() where number % 2 == 1 {
                    #expect(await task.value == .success(Int64(number)))
                }
            }
        }
    }

    @Test("while Postgres is frozen no more wait than the bounds say, and the others are refused at once")
    func bounds() async throws {
        try await PrivatePostgres.scoped { server in
            func configure(_ configuration: inout PostgresConfiguration) {
                configuration.connections = 2
                configuration.maximumInFlight = 8
                configuration.maximumWaiting = 50
                configuration.maximumBatchSize = 4
            }
            try await withPool(server, configure: configure) { fixture in
                let load = try await FaultLoad(fixture)
                try await load.checkWrites()
                try await server.freeze()
                let start = ContinuousClock.now
                let refused = await withTaskGroup(of: Bool.self) { group in
                    for number in 0..<1000 {
                        group.addTask {
                            let error = await failure { () async throws(PostgresError) in
                                let deadline = start + .seconds(2)
                                if number % 2 == 0 {
                                    _ = try await fixture.pool.load(
                                        FaultLoad.read, key: .random(), keyColumn: 1, deadline: deadline)
                                } else {
                                    _ = try await fixture.pool.query(
                                        PostgresPoolTests.echo, PostgresPoolTests.number(1), deadline: deadline)
                                }
                            }
                            #expect(error != nil)
                            return error == .queueFull
                        }
                    }
                    return await group.reduce(0) { $1 ? $0 + 1 : $0 }
                }
                #expect(.now - start < .seconds(2) + Self.margin)
                // 50 wait, queries and loads together; 2 × 8 are sent, and two of all these may be gathered loads of 4.
                #expect((1000 - 50 - 16 - 8..<1000).contains(refused), "\(refused)")
                await server.thaw()
                try await expectRecovery(fixture.pool)
            }
        }
    }
}

extension PoolFixture {
    /// The requests that wait in the pool.
    var queued: Int64 { metrics.gauge("roster_postgres_queued", help: "").current }
}
