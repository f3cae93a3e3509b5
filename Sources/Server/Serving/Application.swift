import Foundation
import Logging
import Runtime
import Synchronization

/// The server, put together: one reactor for the stores, the pool, the cache, the routes, the listener.
final class Application: Sendable {
    private let settings: ServerSettings
    private let reactor: Reactor
    private let postgres: PostgresPool
    private let cache: RecordCache
    private let server: HTTPServer
    private let health: HealthState
    private let log: LogSink
    private let watch: ContractWatch
    /// Runs `watch` from start to stop.
    private let watching = Mutex<Task<Void, Never>?>(nil)
    private let commits: CommitQueue
    /// Works off `commits`, from start to stop.
    private let committing = Mutex<Task<Void, Never>?>(nil)

    /// - Parameters:
    ///   - settings: with all that a server needs, see `ServerSettings.load`.
    ///   - api: what is served.
    init(_ settings: ServerSettings, serving api: API) async throws {
        let metrics = Metrics()
        let log = try LogSink(settings.log, metrics: metrics)
        let logger = Logger(label: "roster", sink: log, level: settings.logLevel)
        let reactor = try Reactor()
        var named = settings.postgres
        named.applicationName = ConnectionName.of(schema: api.migrations.schema)
        let postgres = PostgresPool(
            configuration: named, reactor: reactor, metrics: metrics, logger: logger)
        let cache = RecordCache(
            settings.cache, contract: api.contract, reactor: reactor, metrics: metrics, logger: logger)
        self.cache = cache
        let watch = ContractWatch(
            postgres: postgres, migrations: api.migrations, configuration: settings.ledger, logger: logger)
        let health = HealthState(
            checks: [
                HealthCheck("postgres", .required) { postgres.isReady },
                HealthCheck("contract", .required, detail: { watch.detail }) { watch.isPassing },
            ] + Self.redisCheck(settings, cache), metrics: metrics)
        let commits = CommitQueue(settings.commits, metrics: metrics, logger: logger)
        self.commits = commits
        let services = Services(
            contract: api.contract, postgres: postgres, cache: cache,
            cursors: CursorSeal(secret: settings.sealingKey?.reveal() ?? []),
            work: HandWork(time: settings.hookTime, metrics: metrics), commits: commits,
            formerNameUses: FormerNameUses(metrics: metrics, limit: settings.clientsInMetrics))
        let swaggerUI = try settings.swaggerUI.map { try SwaggerUI(folder: $0, read: Self.bytes(of:)) }
        let routes =
            api.routes(services).map { $0.gated(by: watch) } + Self.operations(api, settings, health, metrics)
            + documentationRoutes(
                reference: api.reference, swaggerUI: swaggerUI, contractHash: api.contract.hash)
        let verifier = TokenVerifier(
            keys: try await settings.keySource(logger: logger), roles: api.roles, configuration: settings.tokens,
            metrics: metrics)
        server = HTTPServer(
            configuration: settings.http, routes: routes, authenticator: verifier,
            observer: Self.observer(settings, routes, log, metrics), logger: logger)
        self.watch = watch
        self.settings = settings
        self.reactor = reactor
        self.postgres = postgres
        self.health = health
        self.log = log
    }

    /// - Returns: the port that is listened on.
    func start() async throws -> Int {
        postgres.start()
        await cache.start()
        watching.withLock { $0 = Task { [watch] in await watch.run() } }
        committing.withLock { $0 = Task { [commits] in await commits.run() } }
        let port = try await server.start()
        health.start()
        return port
    }

    /// Fails the readiness probe, stops accepting, lets what is in flight finish, and closes the stores.
    /// - Parameter isGraceful: false leaves out the waits, for a server that did not come up.
    func stop(isGraceful: Bool = true) async {
        try? await server.shutdownGracefully(drain: isGraceful ? settings.drainTime : .zero) {
            [health, settings] in
            health.drain()
            if isGraceful { try? await Task.sleep(for: settings.drainDelay) }
        }
        let watching = watching.withLock { $0.take() }
        watching?.cancel()
        await watching?.value
        await finishHooks(within: isGraceful ? Self.hookTime : .zero)
        await cache.shutdown()
        await postgres.shutdown()
        reactor.shutdown()
        await log.close(within: .seconds(1))
    }

    /// How long hooks that are called after changes may take to end when the server stops.
    private static let hookTime = Duration.seconds(5)

    private func finishHooks(within time: Duration) async {
        commits.close()
        guard let committing = committing.withLock({ $0.take() }) else { return }
        let end = Task {
            try? await Task.sleep(for: time)
            committing.cancel()
        }
        await committing.value
        end.cancel()
    }

    private static func bytes(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map(Array.init)
    }

    private static func redisCheck(_ settings: ServerSettings, _ cache: RecordCache) -> [HealthCheck] {
        guard settings.cache.shared != nil else { return [] }
        return [HealthCheck("redis", .optional) { cache.health.redis == .connected }]
    }

    /// What watches and describes the process.
    private static func operations(
        _ api: API, _ settings: ServerSettings, _ health: HealthState, _ metrics: Metrics
    ) -> [Route] {
        let contract = api.contract
        ProcessMetrics.register(in: metrics)
        BuildMetrics.register(
            version: Roster.version, contract: contract.name, contractVersion: contract.version,
            contractHash: contract.hash, in: metrics)
        let facts = ServiceFacts(
            name: contract.name, version: Roster.version, apiVersion: contract.version, contractHash: contract.hash,
            limits: ServiceFacts.limits(of: settings.http))
        return operationsRoutes(
            health: health, metrics: settings.servesMetrics ? metrics : nil, facts: facts, openAPI: api.openAPI)
    }

    private static func observer(
        _ settings: ServerSettings, _ routes: [Route], _ log: LogSink, _ metrics: Metrics
    ) -> any RequestObserver {
        let counts = RequestMetrics(patterns: routes.map(\.pattern), metrics: metrics)
        guard settings.accessLog != .off else { return counts }
        return ObserverGroup([
            counts, RequestLog(sink: log, scope: settings.accessLog, every: settings.accessLogEvery),
        ])
    }
}
