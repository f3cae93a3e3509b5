import Logging

extension PoolWorker {
    func connect(_ slot: Int) {
        let connection = PostgresConnection(reactor: reactor, configuration: configuration)
        connections[slot] = connection
        connection.callbacks = PostgresConnection.Callbacks(
            opened: { self.opened(slot) },
            answered: { self.answered($0, $1, slot) },
            closed: { self.closed(slot, $0, $1) })
        connection.connect()
    }

    private func opened(_ slot: Int) {
        machine.opened(slot)
        if isReportedDown {
            isReportedDown = false
            logger.notice("connected to Postgres again", metadata: target)
        }
        sendWaiting()
    }

    private func closed(_ slot: Int, _ failure: ConnectionFailure, _ lost: [PostgresRequest]) {
        connections[slot] = nil
        report(failure)
        let (delay, hopeless) = machine.closed(slot, chance: Double.random(in: 0...1))
        if let delay {
            reactor.schedule(at: .now + delay) { self.retry(slot) }
        }
        for request in lost { finish(request, .failure(.connectionLost(wasSent: true))) }
        for request in hopeless { finish(request, .failure(.unavailable)) }
        sendWaiting()
    }

    private func retry(_ slot: Int) {
        if machine.retryDue(slot) { connect(slot) }
    }

    /// Says once that Postgres is away, not with each try.
    private func report(_ failure: ConnectionFailure) {
        switch failure {
        case .couldNotConnect(let words):
            guard !isReportedDown else { return }
            isReportedDown = true
            let error = PostgresConnectError(PostgresTarget(url: configuration.url), words: words)
            var metadata = target
            metadata["postgres.reason"] = "\(error.reason)"
            metadata["postgres.advice"] = "\(error.advice)"
            logger.error("cannot connect to Postgres", metadata: metadata)
        case .lost: logger.warning("lost a connection to Postgres", metadata: target)
        case .deadline: logger.warning("dropped a connection to Postgres that did not answer", metadata: target)
        case .shutdown: break
        }
    }

    private var target: Logger.Metadata {
        PostgresTarget(url: configuration.url)?.metadata ?? [:]
    }
}
