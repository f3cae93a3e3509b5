import Logging

/// This node's ear on the channel between the nodes: a connection of its own, and a sign of life at each heartbeat.
///
/// The sign of life is a `SUBSCRIBE` to the same channel once more: Redis answers it in line with the messages, so its
/// answer proves that all that was published before it was sent has been heard.
actor InvalidationChannel {
    struct Callbacks: Sendable {
        /// The channel is heard again, from nothing; then as `isAlive`.
        var begins: @Sendable (_ lease: ContinuousClock.Instant) -> Void
        /// All that was published until now has been heard; the next sign of life comes before `lease`, or none.
        var isAlive: @Sendable (_ lease: ContinuousClock.Instant) -> Void
        var heard: @Sendable (RedisReply) -> Void
        var ends: @Sendable () -> Void
    }

    nonisolated let reactor: Reactor
    private let name: String
    private let heartbeat: Duration
    private let lease: Duration
    private let callbacks: Callbacks
    private let link: RedisLink
    private var connection: RedisConnection?
    /// When the sign of life that is under way was asked for.
    private var askedAt: ContinuousClock.Instant?
    private var isHeard = false
    private var timer: Reactor.Timer?

    init(
        _ configuration: SharedCacheConfiguration, name: String, reactor: Reactor, metrics: Metrics, logger: Logger,
        callbacks: Callbacks
    ) {
        self.name = name
        self.reactor = reactor
        self.callbacks = callbacks
        heartbeat = configuration.heartbeat
        lease = configuration.lease
        link = RedisLink(
            reactor: reactor, configuration: configuration.redis,
            greeting: RedisGreeting(configuration.redis.address, asksRunID: false, scripts: []),
            log: RedisLinkLog(configuration.redis.address, use: "channel", metrics: metrics, logger: logger))
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        reactor.asUnownedSerialExecutor()
    }

    func start() {
        link.start(
            .init(
                opened: { connection, _ in self.opened(connection) },
                answered: { _, _ in },
                pushed: { self.pushed($0) },
                closed: { _, _ in self.closed() }))
    }

    func shutdown() {
        link.shutdown()
    }

    private func opened(_ connection: RedisConnection) {
        self.connection = connection
        beat()
    }

    private func closed() {
        timer.map(reactor.cancel)
        timer = nil
        connection = nil
        askedAt = nil
        if isHeard { callbacks.ends() }
        isHeard = false
    }

    /// Asks for a sign of life, or gives up a connection that owes one for too long.
    private func beat() {
        let now = ContinuousClock.now
        timer = reactor.schedule(at: now + heartbeat) { self.beat() }
        if let askedAt {
            if now >= askedAt + (lease - heartbeat) { connection?.close(.deadline) }
            return
        }
        askedAt = now
        connection?.subscribe(name)
    }

    private func pushed(_ message: [RedisReply]) {
        switch message.first?.text {
        case "message" where message.count == 3: callbacks.heard(message[2])
        case "subscribe":
            guard let asked = askedAt.take() else { return }
            if isHeard { callbacks.isAlive(asked + lease) } else { callbacks.begins(asked + lease) }
            isHeard = true
        default: break
        }
    }
}
