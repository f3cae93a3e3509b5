import Synchronization

/// One thread that runs actors' jobs and waits in `poll(2)` between them, so that C libraries with non-blocking sockets
/// (libpq, hiredis) are driven by actors whose executor it is.
///
/// A *turn* is: wait, call what is ready (descriptors, then timers), run the jobs that were there, then the callbacks of
/// the end of the turn. A job enqueued meanwhile runs in the next turn, after a wait of no length, so jobs that breed
/// jobs can't starve the sockets.
///
/// The thread keeps the reactor alive until `shutdown()`.
package final class Reactor: SerialExecutor, TaskExecutor, Sendable {
    enum Work: Sendable {
        case job(UnownedJob)
        case call(@Sendable () -> Void)
    }

    enum Phase {
        case running
        /// Runs what is there, then ends.
        case stopping
        /// The thread is gone. Work that comes now gets a short-lived thread, since a dropped job is a task that hangs.
        case ended
    }

    struct Inbox {
        var work: [Work] = []
        var phase = Phase.running
        /// Whether the thread waits, or is about to, and has to be woken.
        var isAsleep = false
    }

    let inbox = Mutex(Inbox())
    let handOver = HandOver()
    let wakePipe: WakePipe
    /// The thread that runs the loop now, as a number; 0 when none does.
    let current = Atomic<UInt>(0)
    private let thread = Mutex<ReactorThread?>(nil)

    /// Not `Sendable`, and safe because `state` is the only way to it and lets only the reactor's thread through.
    private nonisolated(unsafe) let confined: ReactorState

    /// - Throws: the `errno` of `pipe(2)` or of starting the thread, as `ReactorError`.
    package init() throws(ReactorError) {
        wakePipe = try WakePipe()
        confined = ReactorState(wakePipe: wakePipe)
        let started = try ReactorThread { [self] in run() }
        thread.withLock { $0 = started }
    }

    /// What belongs to the thread. Traps on any other.
    var state: ReactorState {
        precondition(isCurrentThread, "called outside the reactor's thread")
        return confined
    }

    /// Whether the caller runs on the reactor's thread.
    package var isCurrentThread: Bool {
        current.load(ordering: .relaxed) == ReactorThread.currentNumber
    }

    /// Ends the thread after the work that is already there, and waits for it. Nothing registered is called again.
    /// Close what uses the reactor first. Must not be called on its own thread; a second call does nothing.
    package func shutdown() {
        precondition(!isCurrentThread, "the reactor can't wait for itself")
        guard let ending = thread.withLock({ $0.take() }) else { return }
        inbox.withLock { $0.phase = .stopping }
        wakePipe.wake()
        ending.join()
    }
}

/// The reactor could not be started.
package struct ReactorError: Error, Sendable {
    /// The call that failed.
    package let call: String
    /// Its `errno`.
    package let code: Int32
}
