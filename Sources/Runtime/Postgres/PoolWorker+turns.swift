/// What is done once at the end of a turn of the reactor, for all that happened in it.
extension PoolWorker {
    func endTurnLater() {
        guard !willEndTurn else { return }
        willEndTurn = true
        reactor.atEndOfTurn { self.endTurn() }
    }

    private func endTurn() {
        willEndTurn = false
        if willSweep { sweep() }
        sendBatches()
        measure()
    }

    func sweepLater() {
        willSweep = true
        endTurnLater()
    }

    /// Takes out what waits and isn't awaited any more.
    private func sweep() {
        willSweep = false
        _ = machine.removeWaiting { !$0.isAwaited }
        for loader in loaders.indices { failPendingLoads(loader, .cancelled) { !$0.isAwaited } }
    }

    func measure() {
        measures.connections.set(Int64(machine.openCount))
        measures.inFlight.set(Int64(machine.inFlight))
        measures.queued.set(Int64(machine.waiting.count + pendingLoads))
    }
}
