/// One query on its way. Belongs to the reactor's thread once it is handed in; until then only its constants are read.
///
/// Unchecked for the variables, which only the worker (an actor on the reactor) and its connections touch.
final class PostgresRequest: @unchecked Sendable {
    typealias Outcome = Result<Rows, PostgresError>

    /// Who waits for the answer.
    enum Waiter {
        /// Handed in by a task, but its continuation hasn't arrived yet.
        case notYet
        case task(CheckedContinuation<Outcome, Never>)
        case batch(LoadBatch)
        /// Nobody any more: answered, cancelled or too late. What comes is thrown away.
        case nobody
    }

    let statement: PreparedStatement
    let parameters: Parameters
    let deadline: ContinuousClock.Instant
    var waiter = Waiter.notYet
    /// Whether it was sent a second time, after its prepared statement turned out to be stale.
    var wasRetried = false
    var sentAt: ContinuousClock.Instant?

    init(
        _ statement: PreparedStatement, _ parameters: Parameters, deadline: ContinuousClock.Instant,
        waiter: Waiter = .notYet
    ) {
        self.statement = statement
        self.parameters = parameters
        self.deadline = deadline
        self.waiter = waiter
    }

    var isAwaited: Bool {
        if case .nobody = waiter { false } else { true }
    }

    /// Gives the answer to who waits, once.
    func finish(_ outcome: Outcome) {
        let waiter = waiter
        self.waiter = .nobody
        switch waiter {
        case .task(let continuation): continuation.resume(returning: outcome)
        case .batch(let batch): batch.finish(outcome)
        case .notYet, .nobody: break
        }
    }
}
