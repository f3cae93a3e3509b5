import Runtime

extension SettingsTable {
    static let postgres = SettingGroup(
        title: "Postgres",
        settings: [
            Setting(
                "ROSTER_POSTGRES_CONNECTIONS", \.postgres.connections, .number(1...256),
                "Connections that are kept open; each carries many requests at once."),
            Setting(
                "ROSTER_POSTGRES_IN_FLIGHT", \.postgres.maximumInFlight, .number(1...4_096),
                "Requests sent and not answered, for one connection."),
            Setting(
                "ROSTER_POSTGRES_WAITING", \.postgres.maximumWaiting, .number(1...1_000_000),
                "Requests that may wait for a connection; more are answered 503."),
            Setting(
                "ROSTER_POSTGRES_CONNECT_TIME", \.postgres.connectTimeout, .time(.milliseconds(50) ... .seconds(60)),
                "How long one try to connect may take."),
            Setting(
                "ROSTER_POSTGRES_STATEMENT_TIME", \.postgres.statementTimeout,
                .time(.milliseconds(100) ... .seconds(600)),
                "Postgres's own limit for a statement, a second net under the deadlines of requests."),
            Setting(
                "ROSTER_POSTGRES_IDLE_TRANSACTION_TIME", \.postgres.idleInTransactionTimeout,
                .time(.milliseconds(100) ... .seconds(600)),
                "How long a transaction may sit idle before Postgres ends it."),
            Setting(
                "ROSTER_POSTGRES_MIN_BACKOFF", \.postgres.minimumBackOff, .time(.milliseconds(1) ... .seconds(60)),
                "The wait before the first new try to connect; it doubles with each failure."),
            Setting(
                "ROSTER_POSTGRES_MAX_BACKOFF", \.postgres.maximumBackOff, .time(.milliseconds(1) ... .seconds(60)),
                "The longest wait between two tries."),
            Setting(
                "ROSTER_COALESCE", \.postgres.coalesce, .toggle,
                "Whether reads of single records that come together become one query."),
            Setting(
                "ROSTER_COALESCE_KEYS", \.postgres.maximumBatchSize, .number(1...10_000),
                "The most keys in one such query."),
            Setting(
                "ROSTER_COALESCE_BATCHES", optional: \.postgres.maximumBatches, .number(1...4_096),
                standard: "one for each connection", "Such queries of one statement that are under way at once."),
        ])

    static let cache = SettingGroup(
        title: "Cache",
        settings: [
            Setting("ROSTER_CACHE", \.isCacheOn, .toggle, "Whether records are cached at all."),
            Setting(
                "ROSTER_CACHE_BYTES", \.cache.bytes, .bytes(0...(1 << 40)),
                "The cache in the process, with overhead; 0 switches caching off."),
            Setting(
                "ROSTER_CACHE_TTL", \.cache.ttl, .time(.milliseconds(100) ... .seconds(86_400)),
                "How long a view of a record is used after it was made."),
            Setting(
                "ROSTER_CACHE_NEGATIVE_TTL", \.cache.negativeTTL, .time(.zero ... .seconds(3_600)),
                "How long it is remembered that there is no such record."),
            Setting(
                "ROSTER_CACHE_SETTLE_TIME", \.cache.settleTime, .time(.milliseconds(100) ... .seconds(3_600)),
                "How long a record whose write has an unknown outcome is kept out; no shorter than "
                    + "`ROSTER_POSTGRES_STATEMENT_TIME`."),
        ])
}
