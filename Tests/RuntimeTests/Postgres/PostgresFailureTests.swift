import DevServices
import TestSupport
import Testing

@testable import Runtime

/// What happens to the server in these tests must not happen to other suites, so each has its own.
@Suite("Postgres: frozen, killed, absent", .serialized, .timeLimit(.minutes(2)))
struct PostgresFailureTests {
    static let echo = PostgresPoolTests.echo

    @Test("while Postgres is frozen every request ends by its deadline; after the thaw requests work again")
    func frozen() async throws {
        try await PrivatePostgres.scoped { server in
            try await withPool(server) { fixture in
                _ = try await fixture.pool.query(Self.echo, PostgresPoolTests.number(1), deadline: .late)
                try await server.freeze()
                let start = ContinuousClock.now
                let errors = await withTaskGroup(of: PostgresError?.self) { group in
                    for number in 0..<600 {
                        group.addTask {
                            await failure { () async throws(PostgresError) in
                                let deadline = start + .milliseconds(500 + number)
                                if number % 2 == 0 {
                                    _ = try await fixture.pool.load(
                                        BatchLoaderTests.byKey, key: .random(), deadline: deadline)
                                } else {
                                    _ = try await fixture.pool.query(
                                        Self.echo, PostgresPoolTests.number(1), deadline: deadline)
                                }
                            }
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                #expect(.now - start < .milliseconds(1600))
                #expect(errors.allSatisfy { $0 != nil })
                await server.thaw()
                try await expectRecovery(fixture, within: .seconds(4))
            }
        }
    }

    @Test("after a kill and a restart requests work again within two seconds")
    func restarted() async throws {
        try await PrivatePostgres.scoped { server in
            try await withPool(server) { fixture in
                _ = try await fixture.pool.query(Self.echo, PostgresPoolTests.number(1), deadline: .late)
                await server.kill()
                var error: PostgresError?
                while error != .unavailable {
                    error = await failure { () async throws(PostgresError) in
                        try await fixture.pool.query(
                            Self.echo, PostgresPoolTests.number(1), deadline: .now + .seconds(2))
                    }
                    await Task.yield()
                }
                #expect(!fixture.pool.isReady)
                try await server.restart()
                try await expectRecovery(fixture, within: .seconds(2))
                #expect(fixture.pool.isReady)
            }
        }
    }

    @Test("with nothing there a request is refused soon, not at its deadline")
    func absent() async throws {
        try await withPool(url: deadURL) { fixture in
            let start = ContinuousClock.now
            let error = await failure { () async throws(PostgresError) in
                try await fixture.pool.query(Self.echo, PostgresPoolTests.number(1), deadline: .late)
            }
            #expect(error == .unavailable)
            #expect(.now - start < .seconds(1))
        }
    }

    private func expectRecovery(_ fixture: PoolFixture, within limit: Duration) async throws {
        let start = ContinuousClock.now
        var error: PostgresError? = .unavailable
        while error != nil, .now - start < limit {
            error = await failure { () async throws(PostgresError) in
                try await fixture.pool.query(
                    Self.echo, PostgresPoolTests.number(1), deadline: .now + .milliseconds(500))
            }
            if error != nil { try await Task.sleep(for: .milliseconds(5)) }
        }
        #expect(error == nil)
        #expect(.now - start < limit)
    }
}
