/// One load on its way. Belongs to the reactor's thread once it is handed in; until then only its constants are read.
///
/// Unchecked for the variable, which only the worker (an actor on the reactor) touches.
final class LoadTicket: @unchecked Sendable {
    typealias Outcome = Result<Row?, PostgresError>

    enum Waiter {
        case notYet
        case task(CheckedContinuation<Outcome, Never>)
        case nobody
    }

    let key: RecordID
    let deadline: ContinuousClock.Instant
    var waiter = Waiter.notYet

    init(key: RecordID, deadline: ContinuousClock.Instant) {
        self.key = key
        self.deadline = deadline
    }

    var isAwaited: Bool {
        if case .nobody = waiter { false } else { true }
    }

    /// Gives the answer to who waits, once.
    func finish(_ outcome: Outcome) {
        let waiter = waiter
        self.waiter = .nobody
        if case .task(let continuation) = waiter { continuation.resume(returning: outcome) }
    }
}
