import NIOCore

/// One connection in pipeline mode: requests go out as they come and answers come back in that order.
///
/// Not `Sendable`: it belongs to the pool's worker, an actor on the reactor, and the reactor calls it on the same thread.
/// Its three callbacks are called outside of its own loops, so they may hand it new requests.
final class PostgresConnection {
    enum State {
        case connecting
        /// Connected; the session's settings are on their way.
        case settingUp
        case open
        case closed
    }

    struct Callbacks {
        var opened: () -> Void
        var answered: (PostgresRequest, PostgresRequest.Outcome) -> Void
        /// Called once, when it could not connect or the connection is lost, with what was sent and not answered.
        var closed: (ConnectionFailure, [PostgresRequest]) -> Void
    }

    let reactor: Reactor
    let configuration: PostgresConfiguration
    var callbacks: Callbacks?
    var state = State.connecting
    var handle: ConnectionHandle?
    var registered: Int32?
    var connectTimer: Reactor.Timer?
    var prepared = PreparedNames()
    /// What was sent, oldest first.
    var rounds = CircularBuffer<InFlightRound>()
    var willFlush = false

    init(reactor: Reactor, configuration: PostgresConfiguration) {
        self.reactor = reactor
        self.configuration = configuration
    }

    /// Lets go of the socket and of what is in flight. Does nothing when closed already.
    func close(_ failure: ConnectionFailure) {
        guard state != .closed else { return }
        state = .closed
        connectTimer.map(reactor.cancel)
        connectTimer = nil
        watch(nil, [])
        handle = nil
        let lost = rounds.compactMap(\.request)
        rounds.removeAll()
        let callbacks = callbacks.take()
        callbacks?.closed(failure, lost)
    }

    /// Moves the registration to `socket`, which libpq may have replaced since the last time.
    func watch(_ socket: Int32?, _ interest: Reactor.Interest) {
        if let registered, registered == socket {
            return reactor.setInterest(interest, for: registered)
        }
        if let registered { reactor.unregister(registered) }
        registered = socket
        guard let socket else { return }
        reactor.register(socket, interest) { [weak self] ready in self?.ready(ready) }
    }

    private func ready(_ ready: Reactor.Interest) {
        switch state {
        case .connecting: connectFurther()
        case .settingUp, .open:
            if ready.contains(.read) { receive() }
            if ready.contains(.write), state != .closed { flush() }
        case .closed: break
        }
    }
}

/// Why a connection came to its end.
enum ConnectionFailure {
    /// It was never open; the words are for operators.
    case couldNotConnect(String)
    case lost
    /// A request's deadline passed: what may still come must not be waited for.
    case deadline
    case shutdown
}
