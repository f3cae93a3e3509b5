import Generated
import Logging
import NIOHTTP1
import Runtime

/// The server, put together: one reactor for the stores, the pool, the cache, the routes, the listener.
final class Application: Sendable {
    private let reactor: Reactor
    private let postgres: PostgresPool
    private let server: HTTPServer

    init(_ settings: ServeSettings) async throws {
        let metrics = Metrics()
        let logger = Logger(label: "roster")
        reactor = try Reactor()
        postgres = PostgresPool(
            configuration: PostgresConfiguration(url: settings.databaseURL), reactor: reactor, metrics: metrics,
            logger: logger)
        let cache = RecordCache(RecordCache.Configuration(), metrics: metrics)
        let services = Services(
            contract: contract, postgres: postgres, cache: cache,
            cursors: CursorSeal(secret: Array(settings.tokenSecret.utf8)))
        let key = try await VerificationKey.secret(Array(settings.tokenSecret.utf8), algorithm: .hs256)
        var configuration = HTTPServer.Configuration()
        configuration.host = settings.host
        configuration.port = Int(settings.port)
        server = HTTPServer(
            configuration: configuration, routes: apiRoutes(services),
            authenticator: TokenVerifier(keys: FixedKeys([key]), roles: Roles.table, metrics: metrics),
            observer: Unobserved(), logger: logger)
    }

    func start() async throws {
        postgres.start()
        _ = try await server.start()
    }

    /// Stops accepting, lets what is in flight finish, and closes the stores.
    func stop(drain: Duration) async {
        try? await server.shutdownGracefully(drain: drain)
        await postgres.shutdown()
        reactor.shutdown()
    }
}

struct Unobserved: RequestObserver {
    func finished(
        method: HTTPMethod, route: String, status: HTTPResponseStatus, duration: Duration, requestID: String,
        responseBytes: Int
    ) {}
}
