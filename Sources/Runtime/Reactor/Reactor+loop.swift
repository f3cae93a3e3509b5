import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Reactor {
    /// The loop of the thread.
    func run() {
        current.store(ReactorThread.currentNumber, ordering: .relaxed)
        while true {
            runWork()
            runEndOfTurn()
            guard let timeout = timeoutOrEnd() else { return }
            wait(milliseconds: timeout)
            fireDescriptors()
            fireTimers()
        }
    }

    private func runWork() {
        let state = state
        inbox.withLock {
            handOver.taken()
            swap(&$0.work, &state.work)
        }
        for work in state.work {
            switch work {
            case .job(let job):
                job.runSynchronously(
                    isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
            case .call(let body):
                body()
            }
        }
        state.work.removeAll(keepingCapacity: state.work.capacity <= 4096)
    }

    /// Callbacks that these callbacks ask for are called at the end of the next turn.
    private func runEndOfTurn() {
        let state = state
        guard !state.endOfTurn.isEmpty else { return }
        swap(&state.endOfTurn, &state.endingTurn)
        for body in state.endingTurn { body() }
        state.endingTurn.removeAll(keepingCapacity: true)
    }

    /// How long to wait: 0 when there is something to do, -1 for ever; `nil` when the thread is to end.
    private func timeoutOrEnd() -> Int32? {
        let state = state
        return inbox.withLock { inbox in
            if !inbox.work.isEmpty || !state.endOfTurn.isEmpty { return 0 }
            if inbox.phase != .running {
                // In the lock, so that a thread started for late work can't be confused with this one.
                current.store(0, ordering: .relaxed)
                inbox.phase = .ended
                return nil
            }
            inbox.isAsleep = true
            return state.timers.millisecondsToNext()
        }
    }

    private func wait(milliseconds: Int32) {
        let state = state
        let ready = state.polled.withUnsafeMutableBufferPointer { polled in
            poll(polled.baseAddress, nfds_t(polled.count), milliseconds)
        }
        inbox.withLock { $0.isAsleep = false }
        // A failed wait (EINTR, or ENOMEM for a moment) is a turn without events; the fields of `revents` are then stale.
        guard ready > 0 else {
            for index in state.polled.indices { state.polled[index].revents = 0 }
            return
        }
        if state.polled[0].revents != 0 { wakePipe.drain() }
    }

    private func fireTimers() {
        let timers = state.timers
        guard !timers.isEmpty else { return }
        let now = ContinuousClock.now
        while let body = timers.popDue(now) { body() }
    }
}
