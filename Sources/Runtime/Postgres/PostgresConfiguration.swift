/// How a pool talks to Postgres. Every bound of it is here.
package struct PostgresConfiguration: Sendable {
    /// A connection URI or keyword string as libpq takes it: `postgresql://user:password@host:5432/database`.
    package var url: String
    /// What the connections are called in `pg_stat_activity`, unless the address says it.
    package var applicationName = "roster"
    /// How many connections are kept open. Each may carry many requests at once.
    package var connections = 4
    /// Requests sent and not answered, for one connection; what comes above it waits in the pool.
    package var maximumInFlight = 64
    /// Requests that may wait for a connection; what comes above it gets `queueFull`.
    package var maximumWaiting = 4096
    /// How long one try to connect may take, its session settings included.
    package var connectTimeout = Duration.seconds(2)
    /// The server's own limit for a statement, as a second net under the requests' deadlines.
    package var statementTimeout = Duration.seconds(5)
    /// How long a transaction may sit idle before the server ends it.
    package var idleInTransactionTimeout = Duration.seconds(10)
    /// The wait before the first new try to connect; it doubles with each failure. A random half of it is left out.
    package var minimumBackOff = Duration.milliseconds(50)
    /// The longest wait between two tries. Keep it under the time in which the server is to recover.
    package var maximumBackOff = Duration.milliseconds(500)
    /// Whether `load` gathers keys into one query. Off, each load is a query of its own, to measure the difference.
    package var coalesce = true
    /// The most keys in one gathered query.
    package var maximumBatchSize = 256
    /// Gathered queries of one statement that are under way at once, while further keys gather; `nil` means as many as
    /// there are connections.
    package var maximumBatches: Int?

    package init(url: String) {
        self.url = url
    }

    var batchLimit: Int { maximumBatches ?? connections }
}
