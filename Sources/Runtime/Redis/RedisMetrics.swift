/// What a client counts.
struct RedisMetrics: Sendable {
    let duration: Histogram
    private let unavailable: Counter
    private let deadlineExceeded: Counter
    private let queueFull: Counter
    private let connectionLost: Counter
    private let server: Counter

    init(_ metrics: Metrics) {
        duration = metrics.histogram(
            "roster_redis_duration_seconds", help: "From sending a command to Redis to its answer or its failure.")
        func errors(_ error: RedisError) -> Counter {
            metrics.counter(
                "roster_redis_errors_total", help: "Commands to Redis without an answer, by what happened.",
                labels: [("kind", error.kind)])
        }
        unavailable = errors(.unavailable)
        deadlineExceeded = errors(.deadlineExceeded)
        queueFull = errors(.queueFull)
        connectionLost = errors(.connectionLost)
        server = errors(.server(code: ""))
    }

    func count(_ error: RedisError) {
        switch error {
        case .unavailable: unavailable.increment()
        case .deadlineExceeded: deadlineExceeded.increment()
        case .queueFull: queueFull.increment()
        case .connectionLost: connectionLost.increment()
        case .server: server.increment()
        }
    }
}
