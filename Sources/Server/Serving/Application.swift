import Generated
import Logging
import Runtime

/// The server, put together: one reactor for the stores, the pool, the cache, the routes, the listener.
final class Application: Sendable {
    private let reactor: Reactor
    private let postgres: PostgresPool
    private let server: HTTPServer
    private let health: HealthState
    private let log: LogSink

    init(_ settings: ServeSettings) async throws {
        let metrics = Metrics()
        log = try LogSink(metrics: metrics)
        let logger = Logger(label: "roster", sink: log, level: .info)
        reactor = try Reactor()
        let postgres = PostgresPool(
            configuration: PostgresConfiguration(url: settings.databaseURL), reactor: reactor, metrics: metrics,
            logger: logger)
        self.postgres = postgres
        let cache = RecordCache(RecordCache.Configuration(), metrics: metrics)
        health = HealthState(checks: [HealthCheck("postgres", .required) { postgres.isReady }], metrics: metrics)
        let services = Services(
            contract: contract, postgres: postgres, cache: cache,
            cursors: CursorSeal(secret: Array(settings.tokenSecret.utf8)))
        let key = try await VerificationKey.secret(Array(settings.tokenSecret.utf8), algorithm: .hs256)
        var configuration = HTTPServer.Configuration()
        configuration.host = settings.host
        configuration.port = Int(settings.port)
        let routes =
            apiRoutes(services) + Self.operations(health, metrics, configuration)
        server = HTTPServer(
            configuration: configuration, routes: routes,
            authenticator: TokenVerifier(keys: FixedKeys([key]), roles: Roles.table, metrics: metrics),
            observer: RequestMetrics(patterns: routes.map(\.pattern), metrics: metrics), logger: logger)
    }

    /// - Returns: the port that is listened on.
    func start() async throws -> Int {
        postgres.start()
        let port = try await server.start()
        health.start()
        return port
    }

    /// Fails the readiness probe, stops accepting, lets what is in flight finish, and closes the stores.
    func stop(drain: Duration) async {
        try? await server.shutdownGracefully(drain: drain) { [health] in health.drain() }
        await postgres.shutdown()
        reactor.shutdown()
        await log.close(within: .seconds(1))
    }

    /// What watches and describes the process.
    private static func operations(
        _ health: HealthState, _ metrics: Metrics, _ configuration: HTTPServer.Configuration
    ) -> [Route] {
        ProcessMetrics.register(in: metrics)
        BuildMetrics.register(
            version: Roster.version, contract: contract.name, contractVersion: contract.version,
            contractHash: contract.hash, in: metrics)
        let facts = ServiceFacts(
            name: contract.name, version: Roster.version, apiVersion: contract.version, contractHash: contract.hash,
            limits: ServiceFacts.limits(of: configuration))
        return operationsRoutes(health: health, metrics: metrics, facts: facts, openAPI: openAPIDocument)
    }
}
