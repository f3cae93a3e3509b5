import Logging

/// The records' JSON by view, from the nearest level that has it: the process, then Redis, then the store.
///
/// It promises: after `written` returns, this process gives no older version of the record to a request that starts
/// then; what a slow reader brings late is neither kept nor shared; a write whose outcome is unknown keeps its record
/// out of the cache until it must be settled. Other nodes drop theirs when they hear of it. Redis away makes reads
/// slower and nothing else.
package final class RecordCache: Sendable {
    package struct Configuration: Sendable {
        /// The bound of the cache in the process, in bytes with overhead; 0 switches caching off. Writes are told to the
        /// other nodes all the same.
        package var bytes = 64 << 20
        /// How long a view is used after it was made, in each level.
        package var ttl = Duration.seconds(60)
        /// How long "there is no such record" is remembered.
        package var negativeTTL = Duration.seconds(5)
        /// How long a record whose write has an unknown outcome is kept out: no shorter than the longest that Postgres
        /// may take to carry out or give up a statement (its statement timeout).
        package var settleTime = Duration.seconds(6)
        /// Redis and the other nodes; `nil` when there are none: then the cache in the process is always used.
        package var shared: SharedCacheConfiguration?

        package init() {}
    }

    let local: L1Cache?
    let shared: L2Cache?
    let channel: InvalidationChannel?
    let configuration: Configuration
    private let ear: ChannelEar?
    let reads = SharedReads()
    private let hits: Counter
    private let misses: Counter
    let joins: Counter

    /// The cache in the process alone.
    package convenience init(_ configuration: Configuration, metrics: Metrics) {
        var configuration = configuration
        configuration.shared = nil
        self.init(configuration, metrics: metrics, connect: { _ in nil })
    }

    /// - Parameters:
    ///   - contract: nodes share what they hold with those of the same one, and hear of writes from those of all
    ///     contracts of the API.
    ///   - reactor: what the connections to Redis run on.
    package convenience init(
        _ configuration: Configuration, contract: ContractFacts, reactor: Reactor, metrics: Metrics, logger: Logger
    ) {
        self.init(configuration, metrics: metrics) { local in
            guard let shared = configuration.shared else { return nil }
            let level = L2Cache(
                shared, names: L2Names(contract), ttl: configuration.ttl, reactor: reactor, metrics: metrics,
                logger: logger)
            guard let local, shared.hasOtherNodes else { return (level, nil, nil) }
            let ear = ChannelEar(local, node: level.node, names: level.names, metrics: metrics)
            let channel = InvalidationChannel(
                shared, name: level.names.channel, reactor: reactor, metrics: metrics, logger: logger,
                callbacks: ear.callbacks)
            return (level, ear, channel)
        }
    }

    private init(
        _ configuration: Configuration, metrics: Metrics,
        connect: (L1Cache?) -> (L2Cache, ChannelEar?, InvalidationChannel?)?
    ) {
        self.configuration = configuration
        local =
            configuration.bytes == 0
            ? nil
            : L1Cache(
                bytes: configuration.bytes, ttl: configuration.ttl, negativeTTL: configuration.negativeTTL,
                metrics: metrics)
        let connected = connect(local)
        shared = connected?.0
        ear = connected?.1
        channel = connected?.2
        func lookups(_ result: String) -> Counter {
            metrics.counter(
                "roster_cache_lookups_total", help: "Looks into the cache, by level and result.",
                labels: [("level", "l1"), ("result", result)])
        }
        hits = lookups("hit")
        misses = lookups("miss")
        joins = metrics.counter(
            "roster_cache_shared_reads_total", help: "Misses that waited for another's read of the same view.")
    }

    /// Begins to connect to Redis. Reads and writes may come before, and don't wait for it.
    package func start() async {
        shared?.client.start()
        await channel?.start()
    }

    /// Closes the connections, after what was written has reached Redis, for which it waits half a second at most. What
    /// has not by then is lost to the other nodes, which may answer what they hold until its time is over.
    package func shutdown() async {
        await channel?.shutdown()
        let end = ContinuousClock.now + .milliseconds(500)
        while let shared, shared.client.session != nil, shared.pending != 0, .now < end {
            try? await Task.sleep(for: .milliseconds(5))
        }
        await shared?.client.shutdown()
    }

    /// What the process remembers; never waits.
    package func lookup(_ key: CacheKey, view: RoleSet) -> CacheLookup {
        guard let local else { return .miss }
        let found = local.lookup(key, view: view, now: .now)
        if case .miss = found { misses.increment() } else { hits.increment() }
        return found
    }
}
