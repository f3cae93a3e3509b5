import Logging
import Synchronization

/// Commands to Redis over one connection, whose answers come in order; many tasks share it.
///
/// Nothing waits for a connection: without one a command fails at once, so that Redis away costs no time.
package final class RedisClient: Sendable {
    private let reactor: Reactor
    private let worker: RedisWorker
    private let shared: RedisShared

    /// - Parameters:
    ///   - scripts: the Lua scripts, which each connection loads first.
    ///   - whenOpen: called on the reactor's thread with each new session; must not block.
    package init(
        _ configuration: RedisConfiguration, scripts: [String] = [], reactor: Reactor, metrics: Metrics,
        logger: Logger, whenOpen: @escaping @Sendable (RedisSession) -> Void = { _ in }
    ) {
        self.reactor = reactor
        self.scripts = scripts.enumerated().map { RedisScript(source: $0.element, index: $0.offset) }
        shared = RedisShared()
        worker = RedisWorker(
            configuration, scripts: self.scripts, reactor: reactor, shared: shared, metrics: metrics, logger: logger,
            whenOpen: whenOpen)
    }

    /// In the order in which they were given.
    package let scripts: [RedisScript]

    /// Begins to connect.
    package func start() {
        reactor.execute { [worker] in worker.assumeIsolated { $0.start() } }
    }

    /// Closes the connection. What is under way fails.
    package func shutdown() async {
        await worker.shutdown()
    }

    /// The open connection; `nil` while there is none.
    package var session: RedisSession? { shared.session.withLock { $0 } }

    /// Sends one command and waits for its answer.
    /// - Parameters:
    ///   - session: when given, the command is sent in this session or not at all.
    ///   - deadline: when to stop waiting. A command that had been sent takes the connection with it.
    package func send(
        _ command: RedisCommand, in session: RedisSession? = nil, deadline: ContinuousClock.Instant
    ) async throws(RedisError) -> RedisReply {
        try await outcome { RedisRequest(command, session: session?.number, deadline: deadline, finish: $0) }
    }

    /// Calls a script and waits for its answer.
    /// - Parameter call: made by `RedisCommand(keys:)`.
    package func run(
        _ script: RedisScript, _ call: RedisCommand, in session: RedisSession? = nil,
        deadline: ContinuousClock.Instant
    ) async throws(RedisError) -> RedisReply {
        try await outcome {
            RedisRequest(call, script: script, session: session?.number, deadline: deadline, finish: $0)
        }
    }

    /// Calls a script without waiting. `finish` is called once: on the reactor's thread, or here and now when there is
    /// no connection.
    package func post(
        _ script: RedisScript, _ call: RedisCommand, in session: RedisSession? = nil,
        deadline: ContinuousClock.Instant, finish: @escaping @Sendable (Result<RedisReply, RedisError>) -> Void
    ) {
        submit(RedisRequest(call, script: script, session: session?.number, deadline: deadline, finish: finish))
    }

    /// Sends a command without waiting; `finish` as for a script.
    package func post(
        _ command: RedisCommand, in session: RedisSession? = nil, deadline: ContinuousClock.Instant,
        finish: @escaping @Sendable (Result<RedisReply, RedisError>) -> Void
    ) {
        submit(RedisRequest(command, session: session?.number, deadline: deadline, finish: finish))
    }

    private func outcome(
        _ request: (@escaping @Sendable (RedisRequest.Outcome) -> Void) -> RedisRequest
    ) async throws(RedisError) -> RedisReply {
        let outcome = await withCheckedContinuation { continuation in
            submit(request { continuation.resume(returning: $0) })
        }
        shared.answers.take()
        return try outcome.get()
    }

    private func submit(_ request: RedisRequest) {
        guard session != nil else { return request.finish(.failure(.unavailable)) }
        shared.requests.give()
        let isFirst = shared.inbox.withLock {
            $0.append(request)
            return $0.count == 1
        }
        guard isFirst else { return }
        reactor.execute { [worker] in worker.assumeIsolated { $0.takeRequests() } }
    }
}

/// What the client's callers and its worker share.
final class RedisShared: Sendable {
    let session = Mutex<RedisSession?>(nil)
    /// What the worker takes in its next turn. Bounded by the number of tasks, and by the client's bound once taken.
    let inbox = Mutex<[RedisRequest]>([])
    let requests = Handover()
    let answers = Handover()
}

/// Shows the thread sanitizer an order that is there anyway: by the lock of the inbox, by the continuation of an answer.
/// It sees neither a contended `Mutex` being handed over nor a continuation that is resumed before its task has stopped,
/// and would report what was written before and is read after.
struct Handover: ~Copyable, Sendable {
    private let count = Atomic<UInt64>(0)

    /// After the value was made, before it is handed over.
    func give() { count.wrappingAdd(1, ordering: .releasing) }

    /// After it was received, before it is read.
    func take() { _ = count.load(ordering: .acquiring) }
}
