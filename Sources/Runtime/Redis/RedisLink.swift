import Logging

/// Keeps one connection open: connects, and connects again after a wait that grows.
///
/// Not `Sendable`: it belongs to an actor on the reactor.
final class RedisLink {
    struct Callbacks {
        var opened: (RedisConnection, RedisGreeting.Result) -> Void
        var answered: (RedisRequest, RedisReply) -> Void
        var pushed: ([RedisReply]) -> Void
        /// The open connection is no more; a new one is on its way unless the link was shut down.
        var closed: (RedisError, [RedisRequest]) -> Void
    }

    private let reactor: Reactor
    private let configuration: RedisConfiguration
    private let greeting: RedisGreeting
    private let log: RedisLinkLog
    private var callbacks: Callbacks?
    private var isRunning = false
    private var connecting: RedisConnection?
    private var failures = 0
    /// Tries so far; each takes the next of the host's addresses.
    private var tries = 0
    private var retryTimer: Reactor.Timer?
    private var lookUpTimer: Reactor.Timer?
    /// Set while a look-up is under way, so that a name server that hangs costs one thread and not one a try.
    private var resolver: RedisResolver?
    /// The open connection.
    private(set) var connection: RedisConnection?

    init(reactor: Reactor, configuration: RedisConfiguration, greeting: RedisGreeting, log: RedisLinkLog) {
        self.reactor = reactor
        self.configuration = configuration
        self.greeting = greeting
        self.log = log
    }

    /// Does nothing once it was called.
    func start(_ callbacks: Callbacks) {
        guard tries == 0 else { return }
        self.callbacks = callbacks
        isRunning = true
        connect()
    }

    func shutdown() {
        isRunning = false
        for timer in [retryTimer, lookUpTimer] { timer.map(reactor.cancel) }
        connecting?.close(.shutdown)
        connection?.close(.shutdown)
        log.closed()
        callbacks = nil
    }

    private func connect() {
        retryTimer = nil
        tries += 1
        let deadline = ContinuousClock.now + configuration.connectTimeout
        guard case .host(let host, _) = configuration.address.place else { return connect(to: "", deadline) }
        if let numeric = RedisResolver.numeric(host) { return connect(to: numeric, deadline) }
        guard resolver == nil else { return failed(.couldNotConnect("the host's name is still being looked up")) }
        resolve(host, deadline)
    }

    private func resolve(_ host: String, _ deadline: ContinuousClock.Instant) {
        let attempt = tries
        resolver = RedisResolver(reactor) { [weak self] found in
            guard let self else { return }
            self.resolver = nil
            guard self.isRunning, attempt == self.tries, self.lookUpTimer != nil else { return }
            self.lookUpTimer.take().map(self.reactor.cancel)
            if found.isEmpty { return self.failed(.couldNotConnect("the host's name has no address")) }
            self.connect(to: found[attempt % found.count], deadline)
        }
        lookUpTimer = reactor.schedule(at: deadline) { [weak self] in
            self?.lookUpTimer = nil
            self?.failed(.couldNotConnect("the host's name was not looked up in time"))
        }
        resolver?.start(host)
    }

    private func connect(to host: String, _ deadline: ContinuousClock.Instant) {
        let connection = RedisConnection(
            reactor: reactor, configuration: configuration, greeting: greeting,
            callbacks: .init(
                opened: { [weak self] in self?.opened($0) },
                answered: { [weak self] in self?.callbacks?.answered($0, $1) },
                pushed: { [weak self] in self?.callbacks?.pushed($0) },
                closed: { [weak self] in self?.closed($0, $1) }))
        connecting = connection
        connection.connect(to: host, deadline: deadline)
    }

    private func opened(_ result: RedisGreeting.Result) {
        guard let opened = connecting.take() else { return }
        connection = opened
        failures = 0
        log.opened()
        callbacks?.opened(opened, result)
    }

    private func closed(_ failure: RedisConnection.Failure, _ lost: [RedisRequest]) {
        connecting = nil
        let wasOpen = connection != nil
        connection = nil
        if wasOpen {
            if case .deadline = failure {
                callbacks?.closed(.deadlineExceeded, lost)
            } else {
                callbacks?.closed(.connectionLost, lost)
            }
        }
        failed(failure)
    }

    private func failed(_ failure: RedisConnection.Failure) {
        guard isRunning else { return }
        log.failed(failure)
        let doubled = configuration.minimumBackOff * (1 << min(failures, 16))
        failures += 1
        let wait = min(doubled, configuration.maximumBackOff) * (1 - Double.random(in: 0...0.5))
        retryTimer = reactor.schedule(at: .now + wait) { [weak self] in self?.connect() }
    }
}
