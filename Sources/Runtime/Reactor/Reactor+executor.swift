import Synchronization

extension Reactor {
    package func enqueue(_ job: consuming ExecutorJob) {
        add(.job(UnownedJob(job)))
    }

    /// Runs `body` on the reactor's thread in one of the next turns. From any thread; calls of one thread keep their
    /// order.
    package func execute(_ body: @escaping @Sendable () -> Void) {
        add(.call(body))
    }

    package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    package func asUnownedTaskExecutor() -> UnownedTaskExecutor {
        UnownedTaskExecutor(ordinary: self)
    }

    /// Without it `assumeIsolated` would trap for every actor on this executor, since the thread isn't Swift's own.
    package func checkIsolated() {
        precondition(isCurrentThread, "not on the reactor's thread")
    }

    @available(macOS 26.0, *)
    package func isIsolatingCurrentContext() -> Bool? {
        isCurrentThread
    }

    private func add(_ work: Work) {
        enum Next { case nothing, wake, start }
        let next: Next = inbox.withLock { inbox in
            inbox.work.append(work)
            handOver.left()
            if inbox.phase == .ended {
                inbox.phase = .stopping
                return .start
            }
            guard inbox.isAsleep else { return .nothing }
            inbox.isAsleep = false
            return .wake
        }
        switch next {
        case .nothing: break
        case .wake: wakePipe.wake()
        case .start: startAgain()
        }
    }

    private func startAgain() {
        do {
            try ReactorThread { [self] in run() }.detach()
        } catch {
            preconditionFailure("no thread for work that came after the reactor's end: \(error)")
        }
    }
}
