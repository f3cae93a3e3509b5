import Logging

/// The part of a pool that lives on the reactor's thread: does what the state machine decides.
actor PoolWorker {
    nonisolated let reactor: Reactor
    let configuration: PostgresConfiguration
    let inbox: PoolInbox
    let measures: PoolMetrics
    let logger: Logger

    var machine: PoolStateMachine<PostgresRequest>
    var connections: [PostgresConnection?]
    /// By the statement's index.
    var loaders: [BatchLoader?] = []
    /// Loads that no query carries yet; they count as waiting.
    var pendingLoads = 0
    /// Whether requests or loads were cancelled while they waited and still have their places. They are taken out together
    /// at the end of the turn: one by one, a crowd of cancellations would cost the square of its size.
    var willSweep = false
    var willEndTurn = false
    var deadlineTimer: Reactor.Timer?
    var isReportedDown = false
    var scratch: [PostgresPool.Submission] = []

    init(
        _ configuration: PostgresConfiguration, _ reactor: Reactor, _ inbox: PoolInbox, _ measures: PoolMetrics,
        _ logger: Logger
    ) {
        self.reactor = reactor
        self.configuration = configuration
        self.inbox = inbox
        self.measures = measures
        self.logger = logger
        machine = PoolStateMachine(configuration)
        connections = Array(repeating: nil, count: configuration.connections)
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        reactor.asUnownedSerialExecutor()
    }

    func start() {
        for slot in machine.start() { connect(slot) }
    }

    func shutdown() {
        for request in machine.shutdown() { finish(request, .failure(.unavailable)) }
        for loader in loaders.indices { failPendingLoads(loader, .unavailable) { _ in true } }
        deadlineTimer.map(reactor.cancel)
        deadlineTimer = nil
        for connection in connections { connection?.close(.shutdown) }
        measure()
    }

    // MARK: What tasks ask for

    func takeSubmissions() {
        inbox.take(into: &scratch)
        for submission in scratch {
            switch submission {
            case .query(let request, let continuation): accept(request, continuation)
            case .load(let ticket, let statement, let keyColumn, let continuation):
                accept(ticket, statement, keyColumn, continuation)
            }
        }
        scratch.removeAll(keepingCapacity: scratch.capacity <= 4096)
        endTurnLater()
    }

    private func accept(
        _ request: PostgresRequest, _ continuation: CheckedContinuation<PostgresRequest.Outcome, Never>
    ) {
        guard request.isAwaited else {
            measures.count(.cancelled)
            return continuation.resume(returning: .failure(.cancelled))
        }
        request.waiter = .task(continuation)
        submit(request)
    }

    func submit(_ request: PostgresRequest) {
        guard request.deadline > .now else { return finish(request, .failure(.deadlineExceeded)) }
        switch machine.submit(request, beside: pendingLoads) {
        case .send(let slot): send(request, slot)
        case .wait: watchDeadline(request.deadline)
        case .refuse(let error): finish(request, .failure(error))
        }
    }

    /// The answer of a request that has been sent is thrown away when it comes; its place in the pipeline stays.
    func cancel(_ request: PostgresRequest) {
        switch request.waiter {
        case .notYet: request.waiter = .nobody
        case .task:
            finish(request, .failure(.cancelled))
            sweepLater()
        case .batch, .nobody: break
        }
    }

    // MARK: What goes out and comes back

    private func send(_ request: PostgresRequest, _ slot: Int) {
        request.sentAt = .now
        watchDeadline(request.deadline)
        guard let connection = connections[slot] else {
            preconditionFailure("an open slot has a connection")
        }
        connection.send(request)
    }

    func sendWaiting() {
        while let (slot, request) = machine.next() {
            if request.isAwaited { send(request, slot) } else { machine.answered(slot) }
        }
        endTurnLater()
    }

    func answered(_ request: PostgresRequest, _ outcome: PostgresRequest.Outcome, _ slot: Int) {
        machine.answered(slot)
        if let sentAt = request.sentAt { request.statement.duration.record(.now - sentAt) }
        finish(request, outcome)
        sendWaiting()
    }

    func finish(_ request: PostgresRequest, _ outcome: PostgresRequest.Outcome) {
        if case .failure(let error) = outcome, request.isAwaited { measures.count(error) }
        request.finish(outcome)
    }
}
