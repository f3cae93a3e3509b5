import Logging

/// Says once that Redis is away and once that it is back, not with each try; counts and shows the rest.
final class RedisLinkLog {
    private let logger: Logger
    private let metadata: Logger.Metadata
    private let isOpen: Gauge
    private let losses: Counter
    private var isReportedDown = false

    /// - Parameter use: what the connection is for: `commands` or `channel`.
    init(_ address: RedisAddress, use: String, metrics: Metrics, logger: Logger) {
        self.logger = logger
        metadata = ["redis.address": "\(address)", "redis.use": "\(use)"]
        isOpen = metrics.gauge(
            "roster_redis_connected", help: "Whether the connection to Redis is open, by use.",
            labels: [("use", use)])
        losses = metrics.counter(
            "roster_redis_connection_failures_total",
            help: "Connections to Redis that were lost or could not be made, by use.", labels: [("use", use)])
    }

    func opened() {
        isOpen.set(1)
        if isReportedDown { logger.notice("connected to Redis again", metadata: metadata) }
        isReportedDown = false
    }

    func failed(_ failure: RedisConnection.Failure) {
        isOpen.set(0)
        losses.increment()
        guard !isReportedDown else { return }
        isReportedDown = true
        var metadata = metadata
        switch failure {
        case .couldNotConnect(let words):
            metadata["redis.reason"] = "\(words)"
            logger.error("cannot connect to Redis; going on without it", metadata: metadata)
        case .lost(let words):
            metadata["redis.reason"] = "\(words)"
            logger.warning("lost a connection to Redis; going on without it", metadata: metadata)
        case .deadline:
            logger.warning("dropped a connection to Redis that did not answer", metadata: metadata)
        case .shutdown: break
        }
    }

    func closed() { isOpen.set(0) }
}
