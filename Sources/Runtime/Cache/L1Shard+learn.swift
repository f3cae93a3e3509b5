extension L1Shard {
    /// A version is known to exist: views of older ones go, and fills under way with older ones will be dropped.
    mutating func written(_ key: CacheKey, version: Int64) {
        let stamp = tick()
        if let floor = inFlight[key]?.floor {
            inFlight[key]?.floor = max(floor, version)
            inFlight[key]?.changedAt = stamp
        }
        guard let slot = index[key], let entry = slots[slot] else { return }
        if entry.absentUntil != nil || entry.version < version { remove(slot) }
    }

    /// The newest version of the key that is remembered; `nil` when nothing is.
    func knownVersion(_ key: CacheKey) -> Int64? {
        let stored = index[key].flatMap { slots[$0] }.map(\.version)
        let flying = inFlight[key].map(\.floor)
        guard let newest = [stored, flying].compactMap({ $0 }).max(), newest > .min else { return nil }
        return newest
    }

    /// A write may or may not have happened, or may yet happen: nothing of the key is kept until `until`.
    mutating func block(_ key: CacheKey, until: ContinuousClock.Instant, now: ContinuousClock.Instant) {
        learnUnordered(key)
        removeEntry(key)
        if blocked.count >= limits.blocks, blocked[key] == nil {
            blocked = blocked.filter { now < $0.value }
        }
        guard blocked.count < limits.blocks || blocked[key] != nil else {
            closedUntil = max(closedUntil ?? until, until)
            removeAll()
            return
        }
        blocked[key] = max(blocked[key] ?? until, until)
    }

    /// The same for every key.
    mutating func blockAll(until: ContinuousClock.Instant) {
        flush()
        closedUntil = max(closedUntil ?? until, until)
    }

    /// Remembers a version that was read. Returns false when a newer one is known.
    mutating func learn(_ key: CacheKey, _ version: Int64) -> Bool {
        guard let floor = inFlight[key]?.floor else { return false }
        if version > floor {
            let stamp = tick()
            inFlight[key]?.floor = version
            inFlight[key]?.changedAt = stamp
        }
        return version >= floor
    }

    mutating func learnUnordered(_ key: CacheKey) {
        let stamp = tick()
        guard inFlight[key] != nil else { return }
        inFlight[key]?.changedAt = stamp
        inFlight[key]?.unorderedAt = stamp
    }

    /// Forgets all entries, and makes all fills under way be dropped.
    mutating func flush() {
        flushedAt = tick()
        removeAll()
    }
}
