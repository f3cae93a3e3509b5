import NIOCore
import Synchronization
import Testing

@testable import Runtime

/// A store of record versions, which stands for Postgres.
final class FakeStore: Sendable {
    private let versions = Mutex<[CacheKey: Int64]>([:])
    let loads = Counter()

    /// The newest version; 1 for what was never written.
    func version(_ key: CacheKey) -> Int64 {
        versions.withLock { $0[key] ?? 1 }
    }

    func read(_ key: CacheKey, _ view: RoleSet) -> CachedView {
        loads.increment()
        return CachedView(key, view, version(key))
    }

    /// Commits a change and gives the new version.
    func write(_ key: CacheKey) -> Int64 {
        versions.withLock {
            let version = ($0[key] ?? 1) + 1
            $0[key] = version
            return version
        }
    }
}

extension CachedView {
    /// A view whose body tells whose it is.
    init(_ key: CacheKey, _ view: RoleSet, _ version: Int64) {
        self.init(
            version: version, etag: "\"\(version).\(view.rawValue)\"",
            body: ByteBuffer(string: "{\"id\":\"\(key.id)\",\"view\":\(view.rawValue),\"version\":\(version)}"))
    }
}

/// Nodes over one Redis and one store.
struct CacheNodes {
    let redis: RedisFixture
    let store = FakeStore()
    var contract = ContractFacts.test("0123456789abcdef", ["first", "second"])

    func configuration() throws -> RecordCache.Configuration {
        var shared = SharedCacheConfiguration(redis: try redis.configuration)
        shared.heartbeat = .milliseconds(100)
        shared.lease = .milliseconds(1000)
        // The machine of the tests may be busy: what isn't about these deadlines isn't to meet them.
        shared.lookupDeadline = .seconds(2)
        shared.commandDeadline = .seconds(2)
        shared.redis.connectTimeout = .seconds(2)
        var configuration = RecordCache.Configuration()
        configuration.shared = shared
        return configuration
    }

    /// A node with metrics of its own.
    func with(
        _ count: Int, isLive: Bool = true, configure: (inout RecordCache.Configuration) -> Void = { _ in },
        _ body: ([CacheNode]) async throws -> Void
    ) async throws {
        var configuration = try configuration()
        configure(&configuration)
        let nodes = (0..<count).map { _ in
            let metrics = Metrics()
            let cache = RecordCache(
                configuration, contract: contract, reactor: redis.reactor, metrics: metrics, logger: redis.log.logger)
            return CacheNode(cache: cache, store: store, metrics: metrics)
        }
        for node in nodes { await node.cache.start() }
        let outcome = await Result.catching {
            if isLive { for node in nodes { try await node.becomesLive() } }
            try await body(nodes)
        }
        for node in nodes { await node.cache.shutdown() }
        try outcome.get()
    }
}

func withNodes(
    _ count: Int, isLive: Bool = true, configure: (inout RecordCache.Configuration) -> Void = { _ in },
    _ body: (CacheNodes, [CacheNode]) async throws -> Void
) async throws {
    try await withRedis { redis in
        let nodes = CacheNodes(redis: redis)
        try await nodes.with(count, isLive: isLive, configure: configure) { try await body(nodes, $0) }
    }
}

struct CacheNode: Sendable {
    let cache: RecordCache
    let store: FakeStore
    let metrics: Metrics

    func becomesLive() async throws {
        try await eventually("a live cache") { cache.health.redis == .connected && cache.health.isLocalInUse }
    }

    /// Reads the record; checks that the body is that of the record, view and version.
    /// - Parameter meanwhile: runs after the store was read and before the row is brought to the cache.
    @discardableResult
    func read(
        _ key: CacheKey, _ view: RoleSet = .peer, meanwhile: () async -> Void = {}
    ) async throws -> Int64? {
        let found = try await cache.read(key, view: view, deadline: .late) { () async throws -> CachedView? in
            let row = store.read(key, view)
            await meanwhile()
            return row
        }
        guard let found else { return nil }
        #expect(found.body == CachedView(key, view, found.version).body)
        return found.version
    }

    /// Writes and acknowledges.
    @discardableResult
    func write(_ key: CacheKey) -> Int64 {
        let version = store.write(key)
        cache.written(key, version: version)
        return version
    }

    func remembered(_ key: CacheKey, _ view: RoleSet = .peer) -> Int64? {
        cache.lookup(key, view: view).version
    }

    /// What Redis gives this node.
    func inRedis(_ key: CacheKey, _ view: RoleSet = .peer) async -> Int64? {
        guard case .hit(let cached) = await cache.shared?.lookup(key, view: view, deadline: .late) else { return nil }
        return cached.version
    }

    func isHeld(_ key: CacheKey, _ version: Int64, _ view: RoleSet = .peer) async throws {
        try await eventually("version \(version) in Redis") { await inRedis(key, view) == version }
    }

    /// Messages of other nodes.
    var heard: UInt64 {
        metrics.counter("roster_cache_invalidations_total", help: "", labels: [("direction", "received")]).current
    }

    func lookups(_ level: String, _ result: String) -> UInt64 {
        metrics.counter("roster_cache_lookups_total", help: "", labels: [("level", level), ("result", result)]).current
    }
}

/// Keeps tasks waiting until it is opened.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var arrivals = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    var arrivals: Int { state.withLock { $0.arrivals } }
    var isOpen: Bool { state.withLock { $0.isOpen } }

    func pass() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                state.arrivals += 1
                if !state.isOpen { state.waiters.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiters = state.withLock { state in
            state.isOpen = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }
}
