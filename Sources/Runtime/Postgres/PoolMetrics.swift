/// The measures of a pool.
struct PoolMetrics: Sendable {
    private let metrics: Metrics
    let connections: Gauge
    let inFlight: Gauge
    let queued: Gauge
    private let unavailable: Counter
    private let deadlineExceeded: Counter
    private let queueFull: Counter
    private let connectionLost: Counter
    private let server: Counter
    private let cancelled: Counter

    init(_ metrics: Metrics) {
        self.metrics = metrics
        connections = metrics.gauge("roster_postgres_connections", help: "Open connections to Postgres.")
        inFlight = metrics.gauge("roster_postgres_in_flight", help: "Queries sent to Postgres and not answered.")
        queued = metrics.gauge("roster_postgres_queued", help: "Requests that wait for a connection to Postgres.")
        func errors(_ error: PostgresError) -> Counter {
            metrics.counter(
                "roster_postgres_errors_total", help: "Requests to Postgres without an answer, by what happened.",
                labels: [("kind", error.kind)])
        }
        unavailable = errors(.unavailable)
        deadlineExceeded = errors(.deadlineExceeded)
        queueFull = errors(.queueFull)
        connectionLost = errors(.connectionLost(wasSent: true))
        server = errors(.server(sqlstate: "", constraint: nil, table: nil, column: nil))
        cancelled = errors(.cancelled)
    }

    func count(_ error: PostgresError) {
        switch error {
        case .unavailable: unavailable.increment()
        case .deadlineExceeded: deadlineExceeded.increment()
        case .queueFull: queueFull.increment()
        case .connectionLost: connectionLost.increment()
        case .server: server.increment()
        case .cancelled: cancelled.increment()
        }
    }

    func duration(of statement: String) -> Histogram {
        metrics.histogram(
            "roster_postgres_duration_seconds", help: "From sending a query to its answer, by statement.",
            labels: [("statement", statement)])
    }

    func batches(of statement: String) -> Counter {
        metrics.counter(
            "roster_postgres_batches_total", help: "Queries that carried gathered loads, by statement.",
            labels: [("statement", statement)])
    }

    func batchKeys(of statement: String) -> Counter {
        metrics.counter(
            "roster_postgres_batch_loads_total", help: "Loads answered by gathered queries, by statement.",
            labels: [("statement", statement)])
    }
}
