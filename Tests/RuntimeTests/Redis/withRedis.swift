import DevServices
import Logging
import Synchronization
import Testing

@testable import Runtime

/// A private Redis with a reactor and metrics for its clients.
struct RedisFixture {
    let server: PrivateRedis
    let reactor: Reactor
    let metrics = Metrics()
    let log = LogCollector()

    var configuration: RedisConfiguration {
        get throws { RedisConfiguration(address: try RedisAddress(url: server.url)) }
    }

    /// Runs `body` with a client; waits until it is connected when `isOpen`.
    func withClient(
        scripts: [String] = [], isOpen: Bool = true, configure: (inout RedisConfiguration) -> Void = { _ in },
        _ body: (RedisClient) async throws -> Void
    ) async throws {
        var configuration = try configuration
        configure(&configuration)
        let client = RedisClient(
            configuration, scripts: scripts, reactor: reactor, metrics: metrics, logger: log.logger)
        client.start()
        if isOpen { try await eventually("a session") { client.session != nil } }
        let outcome = await Result.catching { try await body(client) }
        await client.shutdown()
        try outcome.get()
    }

    func count(_ name: String, _ labels: Metrics.Labels) -> UInt64 {
        metrics.counter(name, help: "", labels: labels).current
    }
}

func withRedis(_ body: (RedisFixture) async throws -> Void) async throws {
    let server = try await PrivateRedis.start(.test)
    let reactor = try Reactor()
    let outcome = await Result.catching { try await body(RedisFixture(server: server, reactor: reactor)) }
    reactor.shutdown()
    await server.stop()
    try outcome.get()
}

/// Waits until `condition` holds; fails the test after 10 s.
func eventually(
    _ what: String, within limit: Duration = .seconds(10), sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(2))
    }
    Testing.Issue.record("not within \(limit): \(what)", sourceLocation: sourceLocation)
    throw NotInTime()
}

struct NotInTime: Error {}

extension Result where Failure == any Error {
    static func catching(_ body: () async throws -> Success) async -> Self {
        do { return .success(try await body()) } catch { return .failure(error) }
    }
}

/// Keeps what is logged, as one text a line.
final class LogCollector: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    var logger: Logger {
        Logger(label: "test") { _ in Handler(collector: self) }
    }

    private struct Handler: LogHandler {
        let collector: LogCollector
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let line = "\(event.level) \(event.message) \(event.metadata ?? [:])"
            collector.kept.withLock { $0.append(line) }
        }
    }
}
