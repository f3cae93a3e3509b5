/// The records' JSON by view, from the nearest level that has it.
///
/// It promises: after `written` returns, this process gives no older version of the record to a request that starts
/// then; what a slow reader brings late is neither kept nor shared; a write whose outcome is unknown keeps its record
/// out of the cache until it must be settled.
package final class RecordCache: Sendable {
    package struct Configuration: Sendable {
        /// The bound of the cache in the process, in bytes with overhead; 0 switches caching off.
        package var bytes = 64 << 20
        /// How long a view is used after it was made.
        package var ttl = Duration.seconds(60)
        /// How long "there is no such record" is remembered.
        package var negativeTTL = Duration.seconds(5)
        /// How long a record whose write has an unknown outcome is kept out: no shorter than the longest that Postgres
        /// may take to carry out or give up a statement (its statement timeout).
        package var settleTime = Duration.seconds(6)

        package init() {}
    }

    private let local: L1Cache?
    private let configuration: Configuration
    private let hits: Counter
    private let misses: Counter

    package init(_ configuration: Configuration, metrics: Metrics) {
        self.configuration = configuration
        local =
            configuration.bytes == 0
            ? nil
            : L1Cache(
                bytes: configuration.bytes, ttl: configuration.ttl, negativeTTL: configuration.negativeTTL,
                metrics: metrics)
        let help = "Looks into the cache, by level and result."
        hits = metrics.counter("roster_cache_lookups_total", help: help, labels: [("level", "l1"), ("result", "hit")])
        misses = metrics.counter(
            "roster_cache_lookups_total", help: help, labels: [("level", "l1"), ("result", "miss")])
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
    /// - Parameter load: reads the store. It runs after the cache has noted that a read is under way.
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
        let ticket = local.beginFill(key)
        let loaded: CachedView?
        do {
            loaded = try await load()
        } catch {
            local.abandon(ticket)
            throw error
        }
        if let loaded {
            local.fill(ticket, view: view, loaded, now: .now)
        } else {
            local.fillAbsent(ticket, now: .now)
        }
        return loaded
    }

    /// A write of the record was answered by the store: it has this version now, or a later one.
    package func written(_ key: CacheKey, version: Int64) {
        local?.written(key, version: version)
    }

    /// A version that was read past the cache.
    package func observed(_ key: CacheKey, version: Int64) {
        _ = local?.observed(key, version: version)
    }

    /// A write was sent and not answered: it may have happened, or happen yet.
    package func outcomeUnknown(_ key: CacheKey) {
        let now = ContinuousClock.now
        local?.blockUnknown(key, until: now + configuration.settleTime, now: now)
    }
}
