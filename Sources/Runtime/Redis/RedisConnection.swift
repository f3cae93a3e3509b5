import NIOCore

/// One connection: greets the server, then carries commands, whose answers come in their order.
///
/// Not `Sendable`: it belongs to an actor on the reactor. Every wait has a deadline; the first that passes ends the
/// connection, since what comes late can't be told from what comes next.
final class RedisConnection {
    struct Callbacks {
        var opened: (RedisGreeting.Result) -> Void
        var answered: (RedisRequest, RedisReply) -> Void
        /// A message of a subscribed channel, or an answer to `SUBSCRIBE`.
        var pushed: ([RedisReply]) -> Void
        /// Called once, when it could not connect or the connection is lost, with what was sent and not answered.
        var closed: (Failure, [RedisRequest]) -> Void
    }

    /// Why a connection came to its end.
    enum Failure {
        /// It was never open; the words are for operators.
        case couldNotConnect(String)
        case lost(String)
        case deadline
        case shutdown
    }

    private enum Awaited {
        case step(RedisGreeting.Step)
        case request(RedisRequest)
    }

    private enum State { case greeting, open, closed }

    let reactor: Reactor
    private let configuration: RedisConfiguration
    private let greeting: RedisGreeting
    private var callbacks: Callbacks?
    private var state = State.greeting
    private var handle: RedisHandle?
    private var timer: Reactor.Timer?
    private var result = RedisGreeting.Result()
    /// What was sent and not answered, oldest first.
    private var awaited = CircularBuffer<Awaited>()
    private(set) var bytesInFlight = 0

    var inFlight: Int { awaited.count }

    init(reactor: Reactor, configuration: RedisConfiguration, greeting: RedisGreeting, callbacks: Callbacks) {
        self.reactor = reactor
        self.configuration = configuration
        self.greeting = greeting
        self.callbacks = callbacks
    }

    /// Starts to connect. `callbacks` tell how it went, not before this call has returned to the reactor.
    /// - Parameter host: the numeric address; not looked at for a Unix socket.
    func connect(to host: String, deadline: ContinuousClock.Instant) {
        timer = reactor.schedule(at: deadline) { [weak self] in
            self?.timer = nil
            self?.close(.couldNotConnect("no answer in time"))
        }
        let callbacks = RedisHandle.Callbacks(
            onReply: { [weak self] in self?.take($0) },
            onPush: { [weak self] in self?.push($0) },
            onGone: { [weak self] in self?.gone($0) })
        let limit = configuration.maximumReplyBytes
        switch configuration.address.place {
        case .host(_, let port):
            handle = RedisHandle(
                host: host, port: port, reactor: reactor, maximumReplyBytes: limit, callbacks: callbacks)
        case .socket(let path):
            handle = RedisHandle(path: path, reactor: reactor, maximumReplyBytes: limit, callbacks: callbacks)
        }
        for step in greeting.steps {
            awaited.append(.step(step))
            handle?.send(greeting.command(step))
        }
    }

    /// Sends a command. When the connection turns out to be lost, `closed` is told of it.
    func send(_ request: RedisRequest, as command: RedisCommand) {
        guard state == .open else { return request.finish(.failure(.unavailable)) }
        request.sentAt = .now
        awaited.append(.request(request))
        bytesInFlight += request.command.size
        watch(request.deadline)
        handle?.send(command)
    }

    /// Subscribes to a channel. Asking again is the way to know that all that was published before has been received:
    /// hiredis before 1.1 loses the answer to a `PING` in this mode.
    func subscribe(_ channel: String) {
        guard state == .open else { return }
        handle?.subscribe(RedisCommand("SUBSCRIBE", channel))
    }

    /// Lets go of the socket and of what is in flight. Does nothing when closed already.
    func close(_ failure: Failure) {
        guard state != .closed else { return }
        state = .closed
        timer.map(reactor.cancel)
        timer = nil
        handle?.close()
        handle = nil
        let lost = awaited.compactMap { if case .request(let request) = $0 { request } else { nil } }
        awaited.removeAll()
        callbacks.take()?.closed(failure, lost)
    }

    // MARK: What comes back

    private func take(_ reply: RedisReply) {
        guard let first = awaited.popFirst() else { return }
        switch first {
        case .step(let step): greeted(reply, step)
        case .request(let request):
            bytesInFlight -= request.command.size
            callbacks?.answered(request, reply)
        }
    }

    private func greeted(_ reply: RedisReply, _ step: RedisGreeting.Step) {
        if let words = greeting.accept(reply, to: step, &result) { return close(.couldNotConnect(words)) }
        guard awaited.isEmpty else { return }
        timer.map(reactor.cancel)
        timer = nil
        state = .open
        callbacks?.opened(result)
    }

    private func push(_ reply: RedisReply) {
        // Anything but a list is no message: hiredis gives it to nobody.
        if let message = reply.array { callbacks?.pushed(message) }
    }

    private func gone(_ words: String) {
        close(state == .greeting ? .couldNotConnect(words) : .lost(words))
    }

    // MARK: Deadlines

    /// One timer serves all: it is set for the earliest, and most commands are answered long before.
    private func watch(_ deadline: ContinuousClock.Instant) {
        if let timer {
            guard deadline < timer.deadline else { return }
            reactor.cancel(timer)
        }
        timer = reactor.schedule(at: deadline) { [weak self] in self?.checkDeadlines() }
    }

    private func checkDeadlines() {
        timer = nil
        let deadlines = awaited.compactMap { if case .request(let request) = $0 { request.deadline } else { nil } }
        guard let earliest = deadlines.min() else { return }
        if earliest <= .now { close(.deadline) } else { watch(earliest) }
    }
}
