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
    private let configuration: Configuration
    private let ear: ChannelEar?
    private let reads = SharedReads()
    private let hits: Counter
    private let misses: Counter
    private let joins: Counter

    /// The cache in the process alone.
    package convenience init(_ configuration: Configuration, metrics: Metrics) {
        var configuration = configuration
        configuration.shared = nil
        self.init(configuration, metrics: metrics, connect: { _ in nil })
    }

    /// - Parameters:
    ///   - contract: the contract's hash: nodes share what they hold with those of the same contract.
    ///   - reactor: what the connections to Redis run on.
    package convenience init(
        _ configuration: Configuration, contract: String, reactor: Reactor, metrics: Metrics, logger: Logger
    ) {
        self.init(configuration, metrics: metrics) { local in
            guard let shared = configuration.shared else { return nil }
            let level = L2Cache(
                shared, contract: contract, ttl: configuration.ttl, reactor: reactor, metrics: metrics, logger: logger)
            guard let local, shared.hasOtherNodes else { return (level, nil, nil) }
            let ear = ChannelEar(local, node: level.node, metrics: metrics)
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

    /// The view from the nearest level, else what `load` brings; `nil` when there is no such record.
    ///
    /// Readers who miss the same view at the same time may share one answer.
    /// - Parameters:
    ///   - deadline: until when the read may wait for others; `load` must keep to it by itself.
    ///   - load: reads the store. It runs after the cache has noted that a read is under way.
    package func read<Failure: Error>(
        _ key: CacheKey, view: RoleSet, deadline: ContinuousClock.Instant,
        load: () async throws(Failure) -> CachedView?
    ) async throws(Failure) -> CachedView? {
        guard let local else { return try await load() }
        switch local.lookup(key, view: view, now: .now) {
        case .hit(let cached): return cached
        case .absent: return nil
        case .miss: break
        }
        var ticket = local.beginFill(key)
        var led: SharedRead?
        switch reads.enter(ticket, view: view, deadline: deadline, isCurrent: { local.isCurrent($0, now: .now) }) {
        case .lead(let read): led = read
        case .join(let read):
            joins.increment()
            local.abandon(ticket)
            if case .read(let found) = await read.wait() { return found }
            ticket = local.beginFill(key)
        case .alone: break
        }
        do {
            let found = try await find(key, view, deadline, load)
            led.map(reads.close)
            settle(ticket, local, view, found)
            led?.finish(.read(found.cached))
            return found.cached
        } catch {
            led.map(reads.close)
            local.abandon(ticket)
            led?.finish(.failed)
            throw error
        }
    }

    private enum Found {
        case inRedis(CachedView)
        case inStore(CachedView?, L2Cache.Right?)

        var cached: CachedView? {
            switch self {
            case .inRedis(let cached): cached
            case .inStore(let cached, _): cached
            }
        }
    }

    private func find<Failure: Error>(
        _ key: CacheKey, _ view: RoleSet, _ deadline: ContinuousClock.Instant,
        _ load: () async throws(Failure) -> CachedView?
    ) async throws(Failure) -> Found {
        switch await shared?.lookup(key, view: view, deadline: deadline) {
        case .hit(let cached): .inRedis(cached)
        case .miss(let right): .inStore(try await load(), right)
        case nil: .inStore(try await load(), nil)
        }
    }

    /// Leaves what was found in the nearer levels, and ends the ticket.
    private func settle(_ ticket: FillTicket, _ local: L1Cache, _ view: RoleSet, _ found: Found) {
        guard let cached = found.cached else { return local.fillAbsent(ticket, now: .now) }
        local.fill(ticket, view: view, cached, now: .now)
        if case .inStore(_, let right?) = found { shared?.fill(right, ticket.key, view: view, cached) }
    }

    // Redis first in all of these: a reader that starts when the process has learned of the write, and Redis is not yet
    // known to be behind, would bring the old row from there with a ticket that knows of nothing.

    /// A write of the record was answered by the store: it has this version now, or a later one.
    package func written(_ key: CacheKey, version: Int64) {
        shared?.invalidate(key, version: version, holdUntil: nil)
        local?.written(key, version: version)
    }

    /// A version that was read past the cache. When this process knew an older one, Redis may hold it too.
    package func observed(_ key: CacheKey, version: Int64) {
        guard let local, local.observed(key, version: version) == .replacesOlder, shared != nil else { return }
        written(key, version: version)
    }

    /// A write was sent and not answered: it may have happened, or happen yet.
    package func outcomeUnknown(_ key: CacheKey) {
        let now = ContinuousClock.now
        let settled = now + configuration.settleTime
        shared?.invalidate(key, version: nil, holdUntil: settled)
        local?.blockUnknown(key, until: settled, now: now)
    }
}
