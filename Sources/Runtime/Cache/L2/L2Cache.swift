import Logging
import NIOCore
import Synchronization

/// The cache in Redis, which the nodes of one API share. Without Redis it holds nothing and costs no time.
final class L2Cache: Sendable {
    /// The right to fill, from a lookup that found nothing: what `t` of the record was, in which session.
    struct Right: Sendable {
        fileprivate let token: String
        fileprivate let session: RedisSession
    }

    enum Found: Sendable {
        case hit(CachedView)
        /// Read the store, and fill if there is a right to.
        case miss(Right?)
    }

    let configuration: SharedCacheConfiguration
    let names: L2Names
    /// Names this node on the channel.
    let node = UInt64.random(in: 1 ... .max)
    let client: RedisClient
    private let ttl: Duration
    let reactor: Reactor
    let measures: L2Metrics
    let book: Mutex<InvalidationBook>

    /// - Parameter ttl: how long a view is used after it was filled.
    init(
        _ configuration: SharedCacheConfiguration, names: L2Names, ttl: Duration, reactor: Reactor,
        metrics: Metrics, logger: Logger
    ) {
        self.configuration = configuration
        self.ttl = ttl
        self.reactor = reactor
        self.names = names
        measures = L2Metrics(metrics)
        book = Mutex(
            InvalidationBook(
                limit: configuration.maximumPendingInvalidations, window: configuration.maximumInvalidationsInFlight))
        let opened = Relay()
        client = RedisClient(
            configuration.redis, scripts: L2Scripts.all, reactor: reactor, metrics: metrics, logger: logger,
            whenOpen: { _ in opened.cache.withLock { $0.value }?.resumeOrders() })
        opened.cache.withLock { $0.value = self }
    }

    /// The client is made before there is a cache that it could tell of a session.
    private final class Relay: Sendable {
        struct Reference { weak var value: L2Cache? }
        let cache = Mutex(Reference())
    }

    // MARK: Reading and filling

    func lookup(_ key: CacheKey, view: RoleSet, deadline: ContinuousClock.Instant) async -> Found {
        let now = ContinuousClock.now
        guard let session = client.session else { return miss(measures.away) }
        guard !isRejoining(session, now), !book.withLock({ $0.bypasses(key, now: now) }) else {
            return miss(measures.bypassed)
        }
        let token = String(UInt64.random(in: 0 ... .max), radix: 36)
        let name = names.record(key, session)
        var call = RedisCommand(keys: name, names.epoch(session))
        call.append(names.view(view))
        call.append(token)
        call.append(configuration.fillTime.wholeMilliseconds)
        let reply: RedisReply
        do {
            let limit = min(deadline, now + configuration.lookupDeadline)
            reply = try await client.run(client.scripts[L2Scripts.Place.lookup], call, in: session, deadline: limit)
        } catch {
            return miss(error == .unavailable ? measures.away : measures.failed)
        }
        if let bytes = reply.bytes {
            guard let cached = L2Value.decode(bytes, key, view) else {
                drop(name, session)
                return miss(measures.damaged)
            }
            measures.hits.increment()
            return .hit(cached)
        }
        return miss(measures.misses, reply.array?.first?.text.map { Right(token: $0, session: session) })
    }

    /// Puts what a reader has brought into Redis, unless something newer was learned since its lookup. Doesn't wait.
    func fill(_ right: Right, _ key: CacheKey, view: RoleSet, _ cached: CachedView) {
        let now = ContinuousClock.now
        guard cached.body.readableBytes <= configuration.maximumBodyBytes,
            let bytes = L2Value.encode(cached, key, view), !book.withLock({ $0.bypasses(key, now: now) })
        else { return }
        var call = RedisCommand(keys: names.record(key, right.session), names.epoch(right.session))
        call.append(right.token)
        call.append(L2Value.digits(cached.version))
        call.append(names.view(view))
        call.append(bytes)
        call.append(ttl.wholeMilliseconds)
        post(L2Scripts.Place.fill, call, right.session) { [measures] in measures.filled($0) }
    }

    /// A damaged hash goes, so that it isn't looked at again. Nothing is lost when this fails.
    private func drop(_ name: String, _ session: RedisSession) {
        let command = RedisCommand("UNLINK", name)
        client.post(command, in: session, deadline: .now + configuration.commandDeadline) { _ in }
    }

    private func isRejoining(_ session: RedisSession, _ now: ContinuousClock.Instant) -> Bool {
        session.isReturn && now < session.openedAt + configuration.rejoinDelay
    }

    private func miss(_ counter: Counter, _ right: Right? = nil) -> Found {
        counter.increment()
        return .miss(right)
    }

    func post(
        _ place: Int, _ call: RedisCommand, _ session: RedisSession,
        _ finish: @escaping @Sendable (Result<RedisReply, RedisError>) -> Void
    ) {
        let deadline = ContinuousClock.now + configuration.commandDeadline
        client.post(client.scripts[place], call, in: session, deadline: deadline, finish: finish)
    }
}
