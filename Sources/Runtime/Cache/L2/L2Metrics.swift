/// What the cache in Redis counts.
struct L2Metrics: Sendable {
    let hits: Counter
    let misses: Counter
    /// Not asked, since Redis may hold what is older than this node has answered.
    let bypassed: Counter
    /// Not asked, since there is no connection.
    let away: Counter
    let failed: Counter
    let damaged: Counter
    let sent: Counter
    let delay: Histogram
    private let fills: Counter
    private let lateFills: Counter
    private let failedFills: Counter
    private let pending: Gauge
    private let overflows: Gauge

    init(_ metrics: Metrics) {
        func lookups(_ result: String) -> Counter {
            metrics.counter(
                "roster_cache_lookups_total", help: "Looks into the cache, by level and result.",
                labels: [("level", "l2"), ("result", result)])
        }
        func fills(_ result: String) -> Counter {
            metrics.counter(
                "roster_cache_fills_total", help: "Views brought to the cache in Redis, by result.",
                labels: [("result", result)])
        }
        hits = lookups("hit")
        misses = lookups("miss")
        bypassed = lookups("bypassed")
        away = lookups("away")
        failed = lookups("failed")
        damaged = lookups("damaged")
        self.fills = fills("held")
        lateFills = fills("late")
        failedFills = fills("failed")
        sent = metrics.counter(
            "roster_cache_invalidations_total", help: "Invalidations that reached Redis, or came from other nodes.",
            labels: [("direction", "sent")])
        delay = metrics.histogram(
            "roster_cache_invalidation_duration_seconds", help: "From a write to its invalidation being in Redis.")
        pending = metrics.gauge(
            "roster_cache_pending_invalidations",
            help: "Records written and not known to be invalidated in Redis; -1 when it is all.")
        overflows = metrics.gauge(
            "roster_cache_invalidation_overflows",
            help: "How often more was written without Redis than could be remembered.")
    }

    func filled(_ outcome: Result<RedisReply, RedisError>) {
        switch outcome {
        case .success(let reply): (reply.integer == 1 ? fills : lateFills).increment()
        case .failure: failedFills.increment()
        }
    }

    func show(_ book: (pending: Int?, overflows: Int)) {
        pending.set(Int64(book.pending ?? -1))
        overflows.set(Int64(book.overflows))
    }
}
