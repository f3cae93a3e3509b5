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
                "ROSTER_LEDGER_INTERVAL", \.ledger.interval, .time(.seconds(1) ... .seconds(3_600)),
                "How often a server that is ready looks whether a migration has changed the database; one that isn't looks "
                    + "every second."),
            Setting(
                "ROSTER_LEDGER_SPACING", \.ledger.spacing, .time(.milliseconds(10) ... .seconds(1)),
                "From one look to the next, at least: a statement that fails has the server look at once."),
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
            Setting(
                "ROSTER_CACHE_OTHER_NODES", \.sharedCache.hasOtherNodes, .toggle,
                "Whether other processes write to the same database. Then the cache in the process is used only while the "
                    + "channel between the nodes is heard."),
            Setting(
                "ROSTER_CACHE_HEARTBEAT", \.sharedCache.heartbeat, .time(.milliseconds(50) ... .seconds(60)),
                "How often that channel is tried."),
            Setting(
                "ROSTER_CACHE_LEASE", \.sharedCache.lease, .time(.milliseconds(100) ... .seconds(300)),
                "How long the cache in the process is used after the channel's last sign of life; more than twice the "
                    + "heartbeat. The bound for how old an answer can be when a network swallows messages."),
        ])

    static let redis = SettingGroup(
        title: "Redis",
        settings: [
            Setting(
                "ROSTER_REDIS_LOOKUP_TIME", \.sharedCache.lookupDeadline,
                .time(.milliseconds(1) ... .seconds(10)), "How long a read waits for Redis before it goes to Postgres."),
            Setting(
                "ROSTER_REDIS_COMMAND_TIME", \.sharedCache.commandDeadline,
                .time(.milliseconds(10) ... .seconds(60)),
                "How long a fill or an invalidation may take before its connection is given up."),
            Setting(
                "ROSTER_REDIS_CONNECT_TIME", \.sharedCache.redis.connectTimeout,
                .time(.milliseconds(50) ... .seconds(60)), "How long one try to connect may take."),
            Setting(
                "ROSTER_REDIS_MIN_BACKOFF", \.sharedCache.redis.minimumBackOff,
                .time(.milliseconds(1) ... .seconds(60)), "The wait before the first new try to connect; it doubles."),
            Setting(
                "ROSTER_REDIS_MAX_BACKOFF", \.sharedCache.redis.maximumBackOff,
                .time(.milliseconds(1) ... .seconds(60)), "The longest wait between two tries."),
            Setting(
                "ROSTER_REDIS_REJOIN_DELAY", \.sharedCache.rejoinDelay, .time(.zero ... .seconds(60)),
                "How long nothing is read from a Redis that is back: a little more than the longest wait between tries."
            ),
            Setting(
                "ROSTER_REDIS_IN_FLIGHT", \.sharedCache.redis.maximumInFlight, .number(1...1_000_000),
                "Commands sent and not answered; what comes above it is not sent."),
            Setting(
                "ROSTER_REDIS_BYTES_IN_FLIGHT", \.sharedCache.redis.maximumBytesInFlight, .bytes(65_536...(1 << 30)),
                "Bytes of those commands."),
            Setting(
                "ROSTER_REDIS_REPLY_BYTES", \.sharedCache.redis.maximumReplyBytes, .bytes(65_536...(1 << 30)),
                "The longest answer; a longer one costs the connection."),
            Setting(
                "ROSTER_REDIS_VIEW_BYTES", \.sharedCache.maximumBodyBytes, .bytes(1_024...(1 << 26)),
                "Views larger than this stay out of Redis."),
            Setting(
                "ROSTER_REDIS_FILL_TIME", \.sharedCache.fillTime, .time(.milliseconds(100) ... .seconds(600)),
                "How long a reader's right to fill lasts: longer than a read of Postgres may take."),
            Setting(
                "ROSTER_REDIS_PENDING_INVALIDATIONS", \.sharedCache.maximumPendingInvalidations,
                .number(1...10_000_000),
                "Records written while Redis is away that are remembered one by one; past it all of it is dropped."),
            Setting(
                "ROSTER_REDIS_INVALIDATIONS_IN_FLIGHT", \.sharedCache.maximumInvalidationsInFlight,
                .number(1...100_000), "Invalidations that are under way at once."),
            Setting(
                "ROSTER_REDIS_RETRY_DELAY", \.sharedCache.retryDelay, .time(.milliseconds(1) ... .seconds(60)),
                "The wait before invalidations that were refused are sent again."),
        ])
}
