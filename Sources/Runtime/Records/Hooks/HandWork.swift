import NIOHTTP1

/// How functions by hand are called: for how long, and who counts.
package struct HandWork: Sendable {
    /// How long a hook before a change, or the function of an operation, may take.
    let time: Duration
    let metrics: Metrics

    package init(time: Duration = .seconds(1), metrics: Metrics) {
        self.time = time
        self.metrics = metrics
    }
}

/// The call of one function by hand: away from the connections' event loops, so that a slow line holds up one request;
/// within its time; measured; and what it throws is held to what the contract foretells.
///
/// When the time is over the function's task is cancelled and the request is answered 503. One that does not heed this
/// is given up with the request itself: past its deadline the server answers 503 without it. Either way nothing that it
/// returns is carried out.
struct HandCall<Refusal: DeclaredProblem>: Sendable {
    let function: HandFunction
    private let time: Duration
    /// The API's own problems that it may throw.
    private var own: [Problem]
    private let seconds: Histogram
    private let faults: [HandFault.Kind.Word: Counter]

    init(_ function: HandFunction, _ work: HandWork, own: [Problem]) {
        self.function = function
        self.time = work.time
        self.own = own
        let labels = [("resource", function.resource), ("hook", function.name)]
        seconds = work.metrics.seconds(of: function)
        let counters = HandFault.Kind.Word.allCases.map { word in
            (
                word,
                work.metrics.counter(
                    "roster_hook_faults_total", help: "What functions by hand did that the spec does not let them.",
                    labels: labels + [("fault", word.rawValue)])
            )
        }
        faults = Dictionary(uniqueKeysWithValues: counters)
    }

    /// The same for requests that one of the API's own problems is not foretold of.
    func without(_ problem: Problem) -> HandCall {
        var call = self
        call.own.removeAll { $0.code == problem.code }
        return call
    }

    /// When the function must have ended: its own time, or the request's when that is over before.
    func deadline(_ request: ContinuousClock.Instant) -> ContinuousClock.Instant {
        min(request, .now + time)
    }

    /// Counts a fault and gives it, to be thrown.
    func fault(_ kind: HandFault.Kind) -> HandFault {
        faults[kind.word]?.increment()
        return HandFault(function: function, kind: kind)
    }

    /// - Parameter deadline: from `deadline`, which the function was told, too.
    func run<Value: Sendable>(
        by deadline: ContinuousClock.Instant, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let start = ContinuousClock.now
        defer { seconds.record(.now - start) }
        do {
            let value = try await Self.within(deadline, body)
            // What comes after the client was told 503 must not be carried out.
            try Task.checkCancellation()
            return value
        } catch is TookTooLong {
            throw fault(.tookTooLong)
        } catch {
            throw judged(error)
        }
    }

    private struct TookTooLong: Error {}

    private static func within<Value: Sendable>(
        _ deadline: ContinuousClock.Instant, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(executorPreference: globalConcurrentExecutor) { try await body() }
            group.addTask {
                try await Task.sleep(until: deadline)
                throw TookTooLong()
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw CancellationError() }
            return value
        }
    }

    /// What is thrown in the place of what the function threw.
    private func judged(_ error: any Error) -> any Error {
        switch error {
        case let refusal as Refusal: refusal.problem(saying: nil)
        case let refusal as DetailedProblem<Refusal>: refusal.problem.problem(saying: refusal.detail)
        case let problem as Problem:
            own.contains { $0.code == problem.code && $0.status == problem.status }
                ? problem : fault(.undeclared(problem.code))
        case let other as any DeclaredProblem: fault(.undeclared(other.code))
        case let other as any DetailedDeclaredProblem: fault(.undeclared(other.code))
        case is CancellationError where Task.isCancelled: error
        default: fault(.threw("\(type(of: error))"))
        }
    }
}

extension Metrics {
    /// How long calls of the function took.
    func seconds(of function: HandFunction) -> Histogram {
        histogram(
            "roster_hook_seconds", help: "How long functions by hand took, by resource and hook or operation.",
            labels: [("resource", function.resource), ("hook", function.name)])
    }
}

/// A problem with a detail, whatever function it is declared for.
private protocol DetailedDeclaredProblem: Error {
    var code: String { get }
}

extension DetailedProblem: DetailedDeclaredProblem {
    fileprivate var code: String { problem.code }
}

extension DeclaredProblem {
    fileprivate func problem(saying detail: String?) -> Problem {
        Problem(HTTPResponseStatus(statusCode: status), code: code, title: title, detail: detail)
    }
}
