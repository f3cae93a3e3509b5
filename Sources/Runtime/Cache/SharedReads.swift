import Synchronization

/// The reads of the store that are under way, so that others who miss the same view may wait for their answer.
///
/// Bounded: past the bounds a reader reads by itself.
final class SharedReads: Sendable {
    struct Limits: Sendable {
        /// Views that are being read at once and may be shared.
        var reads = 4096
        /// Readers that wait for one of them.
        var waiters = 1024
    }

    private struct Key: Hashable {
        let record: CacheKey
        let view: RoleSet
    }

    enum Role: Sendable {
        /// Read, then `close` it, end the ticket, and `finish` it.
        case lead(SharedRead)
        case join(SharedRead)
        /// Read without being waited for.
        case alone
    }

    private let limits: Limits
    private let reads = Mutex<[Key: SharedRead]>([:])

    init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// - Parameters:
    ///   - ticket: the reader's own, taken before.
    ///   - deadline: the reader's own. It waits only for those who give up no later, so that it keeps to it.
    ///   - isCurrent: whether nothing was learned since a ticket was taken. Called under the lock.
    func enter(
        _ ticket: FillTicket, view: RoleSet, deadline: ContinuousClock.Instant, isCurrent: (FillTicket) -> Bool
    ) -> Role {
        let key = Key(record: ticket.key, view: view)
        return reads.withLock { reads in
            if let known = reads[key], known.deadline <= deadline, isCurrent(known.ticket) { return .join(known) }
            guard reads.count < limits.reads else { return .alone }
            let read = SharedRead(ticket, view: view, deadline: deadline, waiters: limits.waiters)
            reads[key] = read
            return .lead(read)
        }
    }

    /// Lets nobody else join a read. Must come before its ticket is ended: whether an ended one is current can't be told.
    func close(_ read: SharedRead) {
        let key = Key(record: read.ticket.key, view: read.view)
        // A later reader may have taken the place, because this one was no longer current.
        reads.withLock { if $0[key] === read { $0[key] = nil } }
    }
}

/// One read that may be waited for.
final class SharedRead: Sendable {
    enum Outcome: Sendable {
        case read(CachedView?)
        /// The reader failed, by an error or a deadline of its own: read yourself.
        case failed
    }

    private struct State {
        var waiters: [UInt64: CheckedContinuation<Outcome, Never>] = [:]
        var lastWaiter: UInt64 = 0
        var outcome: Outcome?
    }

    let ticket: FillTicket
    let view: RoleSet
    let deadline: ContinuousClock.Instant
    private let limit: Int
    private let state = Mutex(State())

    init(_ ticket: FillTicket, view: RoleSet, deadline: ContinuousClock.Instant, waiters: Int) {
        self.ticket = ticket
        self.view = view
        self.deadline = deadline
        limit = waiters
    }

    /// Waits for the reader. A task that is cancelled waits no longer.
    func wait() async -> Outcome {
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let outcome: Outcome? = state.withLock { state in
                    if let outcome = state.outcome { return outcome }
                    if Task.isCancelled || state.waiters.count >= limit { return .failed }
                    state.waiters[number] = continuation
                    return nil
                }
                if let outcome { continuation.resume(returning: outcome) }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.resume(returning: .failed)
        }
    }

    /// Tells those who wait, after the read was closed.
    func finish(_ outcome: Outcome) {
        let waiters = state.withLock { state in
            state.outcome = outcome
            defer { state.waiters = [:] }
            return state.waiters
        }
        for waiter in waiters.values { waiter.resume(returning: outcome) }
    }
}
