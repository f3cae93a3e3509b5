import Logging
import Synchronization

/// The part of a client that lives on the reactor's thread.
actor RedisWorker {
    nonisolated let reactor: Reactor
    private let configuration: RedisConfiguration
    private let shared: RedisShared
    private let measures: RedisMetrics
    private let whenOpen: @Sendable (RedisSession) -> Void
    private let link: RedisLink
    private var session: RedisSession?
    private var sessions: UInt64 = 0
    private var lastRunID: String?
    private var digests: [String] = []
    private var scratch: [RedisRequest] = []

    init(
        _ configuration: RedisConfiguration, scripts: [RedisScript], reactor: Reactor, shared: RedisShared,
        metrics: Metrics, logger: Logger, whenOpen: @escaping @Sendable (RedisSession) -> Void
    ) {
        self.configuration = configuration
        self.reactor = reactor
        self.shared = shared
        self.whenOpen = whenOpen
        measures = RedisMetrics(metrics)
        link = RedisLink(
            reactor: reactor, configuration: configuration,
            greeting: RedisGreeting(configuration.address, asksRunID: true, scripts: scripts),
            log: RedisLinkLog(configuration.address, use: "commands", metrics: metrics, logger: logger))
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        reactor.asUnownedSerialExecutor()
    }

    func start() {
        link.start(
            .init(
                opened: { self.opened($1) },
                answered: { self.answered($0, $1) },
                pushed: { _ in },
                closed: { self.closed($0, $1) }))
    }

    func shutdown() {
        link.shutdown()
        // What was handed in meanwhile finds no connection.
        takeRequests()
    }

    func takeRequests() {
        shared.inbox.withLock { swap(&$0, &scratch) }
        shared.requests.take()
        for request in scratch { submit(request) }
        scratch.removeAll(keepingCapacity: scratch.capacity <= 4096)
    }

    private func submit(_ request: RedisRequest) {
        guard let connection = link.connection, let session, request.session ?? session.number == session.number else {
            return finish(request, .failure(.unavailable))
        }
        guard request.deadline > .now else { return finish(request, .failure(.deadlineExceeded)) }
        guard connection.inFlight < configuration.maximumInFlight,
            connection.bytesInFlight + request.command.size <= configuration.maximumBytesInFlight
        else { return finish(request, .failure(.queueFull)) }
        let command = request.script.map { $0.evalsha(digests[$0.index], request.command) } ?? request.command
        connection.send(request, as: command)
    }

    private func opened(_ greeting: RedisGreeting.Result) {
        sessions += 1
        digests = greeting.digests
        let opened = RedisSession(
            number: sessions, runID: greeting.runID, openedAt: .now, isReturn: lastRunID == greeting.runID)
        lastRunID = greeting.runID
        session = opened
        shared.session.withLock { $0 = opened }
        whenOpen(opened)
    }

    private func closed(_ error: RedisError, _ lost: [RedisRequest]) {
        session = nil
        shared.session.withLock { $0 = nil }
        for request in lost { finish(request, .failure(error)) }
    }

    private func answered(_ request: RedisRequest, _ reply: RedisReply) {
        guard case .error(let code) = reply else { return finish(request, .success(reply)) }
        // The server has forgotten its scripts (SCRIPT FLUSH): the text teaches it again.
        if code == "NOSCRIPT", let script = request.script, !request.wasSentAsText, let connection = link.connection {
            request.wasSentAsText = true
            return connection.send(request, as: script.eval(request.command))
        }
        finish(request, .failure(.server(code: code)))
    }

    private func finish(_ request: RedisRequest, _ outcome: RedisRequest.Outcome) {
        if let sentAt = request.sentAt { measures.duration.record(.now - sentAt) }
        if case .failure(let error) = outcome { measures.count(error) }
        shared.answers.give()
        request.finish(outcome)
    }
}
