import NIOCore

extension PoolWorker {
    /// Sees to it that the deadlines are looked at by then. One timer serves all: it is set for the earliest, and since
    /// most requests are answered long before, it fires about once in the length of a deadline.
    func watchDeadline(_ deadline: ContinuousClock.Instant) {
        if let deadlineTimer {
            guard deadline < deadlineTimer.deadline else { return }
            reactor.cancel(deadlineTimer)
        }
        deadlineTimer = reactor.schedule(at: deadline) { self.checkDeadlines() }
    }

    private func checkDeadlines() {
        deadlineTimer = nil
        let now = ContinuousClock.now
        for request in machine.removeWaiting(where: { $0.deadline <= now }) {
            finish(request, .failure(.deadlineExceeded))
        }
        for loader in loaders.indices { failPendingLoads(loader, .deadlineExceeded) { $0.deadline <= now } }
        for connection in connections { connection.map { dropIfLate($0, now) } }
        // What is left has its turn later: a lost connection may have made more loads wait.
        if let next = earliestDeadline { watchDeadline(next) }
        endTurnLater()
    }

    /// Late answers can't be told apart from answers that never come, so the connection isn't used again.
    private func dropIfLate(_ connection: PostgresConnection, _ now: ContinuousClock.Instant) {
        let late = connection.rounds.compactMap(\.request).filter { $0.deadline <= now }
        guard !late.isEmpty else { return }
        for request in late { finish(request, .failure(.deadlineExceeded)) }
        connection.close(.deadline)
    }

    private var earliestDeadline: ContinuousClock.Instant? {
        var earliest = machine.waiting.lazy.map(\.deadline).min()
        func consider(_ deadline: ContinuousClock.Instant?) {
            guard let deadline else { return }
            earliest = min(earliest ?? deadline, deadline)
        }
        for loader in loaders { consider(loader?.pending.lazy.map(\.deadline).min()) }
        for connection in connections {
            consider(connection?.rounds.lazy.compactMap { $0.request?.deadline }.min())
        }
        return earliest
    }
}
