import NIOCore
import Synchronization

/// The cache in the process: bounded in bytes, in shards that each have a lock of their own. Never waits.
///
/// Time is passed in, so a caller reads the clock once for several calls.
package final class L1Cache: Sendable {
    /// An array can't hold a `Mutex`, and each lock wants a cache line of its own anyway.
    private final class Box: Sendable {
        let shard: Mutex<L1Shard>

        init(limits: L1Limits) {
            self.shard = Mutex(L1Shard(limits: limits))
        }
    }

    private static let shardCount = 16
    private let boxes: [Box]
    private let usedBytes: Gauge
    private let evictions: Counter

    /// - Parameter bytes: the bound of all entries with their overhead. A sixteenth of it is also the bound of one
    ///   record's entry; larger ones are not cached.
    package init(bytes: Int, ttl: Duration, negativeTTL: Duration, metrics: Metrics) {
        let limits = L1Limits(bytes: bytes / Self.shardCount, ttl: ttl, negativeTTL: negativeTTL)
        self.boxes = (0..<Self.shardCount).map { _ in Box(limits: limits) }
        self.usedBytes = metrics.gauge("roster_cache_bytes", help: "Bytes used by the cache in the process.")
        self.evictions = metrics.counter("roster_cache_evictions_total", help: "Entries evicted for want of room.")
    }

    /// The hot path: one lock and one table; allocates nothing.
    package func lookup(_ key: CacheKey, view: RoleSet, now: ContinuousClock.Instant) -> CacheLookup {
        box(key).shard.withLock { $0.lookup(key, view: view, now: now) }
    }

    /// Takes a ticket; the row must be read after this, and the ticket be ended by `fill`, `fillAbsent` or `abandon`.
    package func beginFill(_ key: CacheKey, now: ContinuousClock.Instant = .now) -> FillTicket {
        box(key).shard.withLock { $0.beginFill(key, now: now) }
    }

    /// Whether nothing was learned of the key since the ticket was taken. If so, a reader that starts now may share the
    /// answer of the ticket's holder.
    package func isCurrent(_ ticket: FillTicket, now: ContinuousClock.Instant) -> Bool {
        box(ticket.key).shard.withLock { $0.isCurrent(ticket, now: now) }
    }

    /// Ends a ticket with what was read. It is stored unless something newer, or something that can't be compared with
    /// it, was learned meanwhile. Must be called before the value is handed to anyone, stored or not: it also makes
    /// sure that nobody who starts later is given an older one.
    package func fill(_ ticket: FillTicket, view: RoleSet, _ cached: CachedView, now: ContinuousClock.Instant) {
        let compacted = cached.compacted
        change(ticket.key) { $0.fill(ticket, view: view, compacted, now: now) }
    }

    /// Ends a ticket with "no such record". The same rules as for `fill`.
    package func fillAbsent(_ ticket: FillTicket, now: ContinuousClock.Instant) {
        change(ticket.key) { $0.fillAbsent(ticket, now: now) }
    }

    /// Ends a ticket that learned nothing.
    package func abandon(_ ticket: FillTicket) {
        box(ticket.key).shard.withLock { $0.end(ticket) }
    }

    /// The key has this version now, or a later one: nothing older is answered by lookups after this, by fills that are
    /// under way, nor shared with readers that start after this.
    package func written(_ key: CacheKey, version: Int64) {
        change(key) { $0.written(key, version: version) }
    }

    /// What an observed version was to the cache.
    package enum News: Sendable {
        case none
        /// Nothing of the key was remembered.
        case first
        case replacesOlder
    }

    /// As `written`, for a version that was read elsewhere.
    package func observed(_ key: CacheKey, version: Int64) -> News {
        change(key) { shard in
            let known = shard.knownVersion(key)
            if let known, known >= version { return .none }
            shard.written(key, version: version)
            return known == nil ? .first : .replacesOlder
        }
    }

    /// A write's outcome is unknown: nothing of the key is cached until `until`, whatever its version.
    package func blockUnknown(_ key: CacheKey, until: ContinuousClock.Instant, now: ContinuousClock.Instant) {
        change(key) { $0.block(key, until: until, now: now) }
    }

    /// The same for whatever key: nothing is cached until `until`.
    package func blockAll(until: ContinuousClock.Instant) {
        changeAll { $0.blockAll(until: until) }
    }

    /// Stops answering, forgets everything and drops the fills that are under way.
    package func disable() {
        changeAll { shard in
            shard.isEnabled = false
            shard.flush()
        }
    }

    /// Answers again, from nothing.
    /// - Parameter lease: until when, unless `extendLease` follows; `nil` for ever.
    package func enable(lease: ContinuousClock.Instant? = nil) {
        changeAll { shard in
            shard.flush()
            shard.isEnabled = true
            shard.lease = lease
        }
    }

    /// The invalidation channel was heard: entries may be answered from until `lease`.
    package func extendLease(_ lease: ContinuousClock.Instant) {
        changeAll { $0.lease = lease }
    }

    /// Forgets everything, and drops the fills that are under way.
    package func flush() {
        changeAll { $0.flush() }
    }

    /// Whether lookups may be answered: it is on and its lease, if it has one, has not run out.
    func isUsable(now: ContinuousClock.Instant) -> Bool {
        boxes.allSatisfy { $0.shard.withLock { $0.isUsable(at: now) } }
    }

    /// Bytes in use, with overhead.
    package var bytes: Int {
        boxes.reduce(0) { $0 + $1.shard.withLock { $0.bytes } }
    }

    private func box(_ key: CacheKey) -> Box {
        // UUIDs of version 7 share their high bits; the low ones are random in all versions.
        let mixed = (key.id.low ^ key.id.high ^ UInt64(key.resource)) &* 0x9E37_79B9_7F4A_7C15
        return boxes[Int(mixed >> 60)]
    }

    private func change<T: Sendable>(_ key: CacheKey, _ body: (inout L1Shard) -> T) -> T {
        change(box(key), body)
    }

    private func changeAll(_ body: (inout L1Shard) -> Void) {
        for box in boxes { change(box, body) }
    }

    private func change<T: Sendable>(_ box: Box, _ body: (inout L1Shard) -> T) -> T {
        let (result, grown, evicted) = box.shard.withLock { shard in
            let before = (shard.bytes, shard.evictions)
            let result = body(&shard)
            return (result, shard.bytes - before.0, shard.evictions - before.1)
        }
        if grown != 0 { usedBytes.add(Int64(grown)) }
        if evicted != 0 { evictions.increment(by: evicted) }
        return result
    }
}

extension CachedView {
    /// The same view in a buffer of its own, when the one it has holds much more than the body.
    fileprivate var compacted: CachedView {
        guard body.storageCapacity > 2 * body.readableBytes + 64 else { return self }
        return CachedView(version: version, etag: etag, body: ByteBuffer(bytes: body.readableBytesView))
    }
}
