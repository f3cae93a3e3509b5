extension Reactor {
    /// A call that is to come. Keep it to cancel it.
    package typealias Timer = ReactorTimer

    /// Calls `body` once on the reactor's thread, not before `deadline` and at most about a millisecond late when the
    /// thread is idle. Only on the reactor's thread.
    @discardableResult
    package func schedule(at deadline: ContinuousClock.Instant, _ body: @escaping () -> Void) -> Timer {
        let timer = ReactorTimer(deadline, body)
        state.timers.insert(timer)
        return timer
    }

    /// Keeps the timer from being called; does nothing when it has been. Only on the reactor's thread.
    package func cancel(_ timer: Timer) {
        state.timers.cancel(timer)
    }

    /// Calls `body` once, after the jobs of this turn and before the next wait: the place to send what the turn has
    /// gathered. Only on the reactor's thread.
    package func atEndOfTurn(_ body: @escaping () -> Void) {
        state.endOfTurn.append(body)
    }
}
