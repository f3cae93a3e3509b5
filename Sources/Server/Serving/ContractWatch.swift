import Logging
import Runtime
import Synchronization

/// Keeps what is known of whether the database has what this build stores.
///
/// It is looked at every second while it is not known to be so, then once in each `interval`: another build may migrate the
/// database while this one serves. A request whose statement fails has it looked at at once. One look is under way at a
/// time, and all who ask meanwhile share the next one.
final class ContractWatch: Sendable {
    struct Configuration: Sendable {
        /// Between two looks while the server is ready.
        var interval = Duration.seconds(30)
        /// From the end of a look to the next one, at least, however many requests fail. At most `impatience`.
        var spacing = Duration.milliseconds(250)

        /// Between two looks while the server isn't ready, at most.
        static let impatience = Duration.seconds(1)
    }

    private struct State {
        var found: DatabaseStanding?
        /// Requests that wait for a look which begins after they asked. Bounded by the requests in flight.
        var waiting: [CheckedContinuation<Void, Never>] = []
        /// What `run` sleeps in, as long as nobody asks.
        var nap: Task<Void, Never>?
        var isOver = false
    }

    private let postgres: PostgresPool
    private let migrations: MigrationSet
    private let configuration: Configuration
    private let logger: Logger
    private let state = Mutex(State())
    /// Whether the tables are known to be others than those of this build.
    private let isClosed = HealthFlag()

    init(postgres: PostgresPool, migrations: MigrationSet, configuration: Configuration, logger: Logger) {
        self.postgres = postgres
        self.migrations = migrations
        self.configuration = configuration
        self.logger = logger
    }

    /// Whether this build can serve on the database, as last seen.
    var isPassing: Bool { found?.isServable ?? false }

    /// What is missing.
    var detail: String? { found?.words }

    private var found: DatabaseStanding? { state.withLock { $0.found } }

    /// What every request gets whose statements would meet other tables. While the database can't be asked, requests are
    /// let through: they find out for themselves, and one without rights is told so as ever.
    var refusal: Problem? { isClosed.isSet ? Self.problem : nil }

    private static let problem = Problem.unavailable(
        detail: "The service and its database are not at the same version.")

    /// What a request gets whose statement Postgres has refused, for no reason that the contract knows: where a later
    /// build has brought the database further, this one's statements and rules may no longer fit, and the request is one
    /// for the later build's servers. Looks first; waits for the look
    /// under way, `spacing` and one more look at most.
    /// - Returns: `nil` when the database is as this build wants it, or can't be asked: then the mistake is ours.
    func refusalAfterFailure() async -> Problem? {
        if let refusal { return refusal }
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.isOver { state.waiting.append(continuation) }
                state.nap?.cancel()
                return state.isOver
            }
            if isOver { continuation.resume() }
        }
        return found?.isAnothers ?? false ? Self.problem : nil
    }

    /// Says what a request failed by that got a 503, which may be a mistake of ours all the same: never the error's text,
    /// which may carry what a client sent.
    func tell(_ error: PostgresError, requestID: String) {
        logger.warning(
            "A statement failed on a database that another build has migrated",
            metadata: [
                "request.id": "\(requestID)", "error.type": "\(type(of: error))",
                "db.response.status_code": "\(error.sqlstate ?? "")",
            ])
    }

    /// Ends when its task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await look()
            await pause()
        }
        for continuation in takeWaiting(isOver: true) { continuation.resume() }
    }

    private func look() async {
        var waiting = takeWaiting()
        if let standing = await postgres.databaseStanding(for: migrations) { note(standing) }
        // Who came meanwhile need not wait for another look to hear that nothing is served.
        if isClosed.isSet { waiting += takeWaiting() }
        for continuation in waiting { continuation.resume() }
    }

    private func takeWaiting(isOver: Bool = false) -> [CheckedContinuation<Void, Never>] {
        state.withLock { state in
            defer { state.waiting = [] }
            state.isOver = isOver
            return state.waiting
        }
    }

    private func pause() async {
        guard (try? await Task.sleep(for: configuration.spacing)) != nil else { return }
        let time = isPassing ? configuration.interval : min(configuration.interval, Configuration.impatience)
        // A task of its own, since it is to be cancelled without the one that looks.
        let nap = Task { _ = try? await Task.sleep(for: time - configuration.spacing) }
        state.withLock { state in
            state.nap = nap
            if !state.waiting.isEmpty { nap.cancel() }
        }
        await withTaskCancellationHandler {
            await nap.value
        } onCancel: {
            nap.cancel()
        }
        state.withLock { $0.nap = nil }
    }

    func note(_ standing: DatabaseStanding) {
        let isNew = state.withLock { state in
            defer { state.found = standing }
            return state.found != standing
        }
        isClosed.set(standing.isWrong)
        guard isNew, let words = standing.words else { return }
        logger.notice("the database is not where this build is", metadata: ["standing": "\(words)"])
    }
}
