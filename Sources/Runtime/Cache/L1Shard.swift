/// One shard of an `L1Cache`: a plain value, guarded by its owner's lock, to which time is passed in.
///
/// Floors (the versions below which nothing may be filled) live with the tickets that are out, not with the entries: a
/// reader that starts after a write reads the new row from the store, so only readers that were under way then can
/// bring an old row, and each of them holds a ticket. So an eviction forgets nothing that matters.
struct L1Shard {
    /// What happened to a key since the oldest ticket that is out for it was taken.
    struct InFlight {
        var tickets = 0
        /// The newest version that was written, observed or filled.
        var floor = Int64.min
        /// When anything was learned that an older reader may not know.
        var changedAt: UInt64 = 0
        /// When something was learned that bears no version ("no such record", an unknown outcome), so that an older
        /// ticket's version can't be compared with it.
        var unorderedAt: UInt64 = 0
    }

    let limits: L1Limits
    var isEnabled = true
    /// Until when entries may be answered from without news from the invalidation channel; `nil` without a channel.
    var lease: ContinuousClock.Instant?
    /// Logical time; each event takes the next stamp.
    var stamp: UInt64 = 0
    var flushedAt: UInt64 = 0
    var inFlight: [CacheKey: InFlight] = [:]
    var blocked: [CacheKey: ContinuousClock.Instant] = [:]
    /// Nothing is stored before this, because more keys were blocked than `blocked` may hold.
    var closedUntil: ContinuousClock.Instant?

    var index: [CacheKey: Int] = [:]
    var slots: [L1Entry?] = []
    var freeSlots: [Int] = []
    var hand = 0
    var bytes = 0
    var evictions: UInt64 = 0

    init(limits: L1Limits) {
        self.limits = limits
    }

    mutating func lookup(_ key: CacheKey, view: RoleSet, now: ContinuousClock.Instant) -> CacheLookup {
        guard isUsable(at: now), let slot = index[key] else { return .miss }
        if let absentUntil = slots[slot]?.absentUntil {
            guard now < absentUntil else { return .miss }
            slots[slot]?.isReferenced = true
            return .absent
        }
        guard let found = slots[slot]?.views.first(where: { $0.roles == view }), now < found.expires else {
            return .miss
        }
        slots[slot]?.isReferenced = true
        return .hit(found.cached)
    }

    /// Whether entries may be answered from: the shard is on and its lease, if it has one, has not run out.
    func isUsable(at now: ContinuousClock.Instant) -> Bool {
        guard isEnabled else { return false }
        guard let lease else { return true }
        return now < lease
    }

    mutating func tick() -> UInt64 {
        stamp += 1
        return stamp
    }
}
