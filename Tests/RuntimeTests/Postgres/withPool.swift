import DevServices
import Logging
import Testing

@testable import Runtime

/// A pool on the server, with a reactor and metrics of its own.
struct PoolFixture {
    let pool: PostgresPool
    let reactor: Reactor
    let metrics: Metrics
    let url: String

    /// Runs a script outside of the pool.
    func script(_ sql: String) async throws {
        let session = try await PostgresSession.open(url: url, deadline: .now + .seconds(5), reactor: reactor)
        try await session.execute(sql)
        await session.close()
    }
}

func withPool(
    _ server: PrivatePostgres, configure: (inout PostgresConfiguration) -> Void = { _ in },
    _ body: (PoolFixture) async throws -> Void
) async throws {
    try await withPool(url: server.url, configure: configure, body)
}

func withPool(
    url: String, configure: (inout PostgresConfiguration) -> Void = { _ in },
    _ body: (PoolFixture) async throws -> Void
) async throws {
    var configuration = PostgresConfiguration(url: url)
    configure(&configuration)
    let reactor = try Reactor()
    let metrics = Metrics()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let pool = PostgresPool(configuration: configuration, reactor: reactor, metrics: metrics, logger: logger)
    pool.start()
    let outcome: Result<Void, any Error>
    do {
        outcome = .success(
            try await body(PoolFixture(pool: pool, reactor: reactor, metrics: metrics, url: url)))
    } catch {
        outcome = .failure(error)
    }
    await pool.shutdown()
    reactor.shutdown()
    try outcome.get()
}

/// An address where nobody listens.
let deadURL = "postgresql://roster@127.0.0.1:1/roster"

extension ContinuousClock.Instant {
    /// A deadline that only a hanging test reaches.
    static var late: Self { .now + .seconds(20) }
}

extension Parameters {
    static func build(_ body: (inout Parameters) -> Void) -> Parameters {
        var parameters = Parameters()
        body(&parameters)
        return parameters
    }
}

extension RecordID {
    static func random() -> RecordID {
        RecordID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max))
    }
}

/// The error of a query, or `nil` when it gave an answer.
func failure(_ body: () async throws(PostgresError) -> some Sendable) async -> PostgresError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}
