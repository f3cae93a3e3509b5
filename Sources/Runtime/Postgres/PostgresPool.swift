import Logging
import Synchronization

/// Connections to Postgres, shared by many requests at once: each connection is a pipeline, and loads of single records
/// are gathered into queries with many keys.
package final class PostgresPool: Sendable {
    /// What tasks hand to the reactor's thread.
    enum Submission: Sendable {
        case query(PostgresRequest, CheckedContinuation<PostgresRequest.Outcome, Never>)
        case load(LoadTicket, PreparedStatement, keyColumn: Int, CheckedContinuation<LoadTicket.Outcome, Never>)
    }

    private let reactor: Reactor
    private let worker: PoolWorker
    private let measures: PoolMetrics
    private let inbox: PoolInbox
    private let statements = Mutex<[String: PreparedStatement]>([:])

    package init(configuration: PostgresConfiguration, reactor: Reactor, metrics: Metrics, logger: Logger) {
        self.reactor = reactor
        inbox = PoolInbox()
        measures = PoolMetrics(metrics)
        worker = PoolWorker(configuration, reactor, inbox, measures, logger)
    }

    /// Begins to connect. Queries may be asked at once; they wait.
    package func start() {
        reactor.execute { [worker] in worker.assumeIsolated { $0.start() } }
    }

    /// Closes the connections. What is still under way fails, so finish the requests first.
    package func shutdown() async {
        await worker.shutdown()
    }

    /// Whether a connection is open, for the readiness probe.
    package var isReady: Bool { measures.connections.current > 0 }

    /// Runs one statement in a transaction of its own.
    /// - Parameter deadline: when to stop waiting, wherever the query is by then. A query that had been sent takes its
    ///   connection with it.
    /// - Throws: `cancelled` at once when the task is cancelled.
    package func query(
        _ statement: Statement, _ parameters: Parameters, deadline: ContinuousClock.Instant
    ) async throws(PostgresError) -> Rows {
        let request = PostgresRequest(prepared(statement), parameters, deadline: deadline)
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { submit(.query(request, $0)) }
        } onCancel: {
            reactor.execute { [worker] in worker.assumeIsolated { $0.cancel(request) } }
        }
        return try outcome.get()
    }

    /// One record by its key; `nil` when there is none.
    ///
    /// The row is at least as new as any write that was answered before the call: loads that wait at the same time share
    /// a query, but none joins one that has been sent.
    /// - Parameters:
    ///   - statement: has one parameter, a `uuid[]`: `SELECT … WHERE key = ANY($1)`, and gives each key at most once.
    ///   - keyColumn: where the key is among the columns, the same in each use of the statement. A row goes only to
    ///     those who asked for the key that it carries.
    package func load(
        _ statement: Statement, key: RecordID, keyColumn: Int = 0, deadline: ContinuousClock.Instant
    ) async throws(PostgresError) -> Row? {
        let ticket = LoadTicket(key: key, deadline: deadline)
        let prepared = prepared(statement)
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { submit(.load(ticket, prepared, keyColumn: keyColumn, $0)) }
        } onCancel: {
            reactor.execute { [worker] in worker.assumeIsolated { $0.cancel(ticket) } }
        }
        return try outcome.get()
    }

    private func submit(_ submission: Submission) {
        guard inbox.add(submission) else { return }
        reactor.execute { [worker] in worker.assumeIsolated { $0.takeSubmissions() } }
    }

    private func prepared(_ statement: Statement) -> PreparedStatement {
        statements.withLock { statements in
            if let known = statements[statement.name] {
                precondition(known.isSame(as: statement), "two statements are called \(statement.name)")
                return known
            }
            let made = PreparedStatement(
                index: statements.count, statement: statement, duration: measures.duration(of: statement.name))
            statements[statement.name] = made
            return made
        }
    }
}

/// Where tasks leave what the worker takes in its next turn. Bounded by the pool's bound for waiting requests only once
/// taken; until then by the number of tasks.
final class PoolInbox: Sendable {
    private let submissions = Mutex<[PostgresPool.Submission]>([])
    private let handOver = HandOver()

    /// - Returns: whether the worker has to be told, which is once for all that come before it looks.
    func add(_ submission: PostgresPool.Submission) -> Bool {
        submissions.withLock {
            $0.append(submission)
            handOver.left()
            return $0.count == 1
        }
    }

    /// Takes all that is there, and leaves `scratch`, which must be empty, to be filled.
    func take(into scratch: inout [PostgresPool.Submission]) {
        submissions.withLock {
            handOver.taken()
            swap(&$0, &scratch)
        }
    }
}
