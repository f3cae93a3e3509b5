extension RecordCache {
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

    /// A write of the record was answered by the store, and nobody knows its version. Readers that are under way may bring
    /// what was before, so it is kept out until they must have ended.
    package func changed(_ key: CacheKey) {
        outcomeUnknown(key)
    }

    /// A write was sent and not answered: it may have happened, or happen yet.
    package func outcomeUnknown(_ key: CacheKey) {
        let now = ContinuousClock.now
        let settled = now + configuration.settleTime
        shared?.invalidate(key, version: nil, holdUntil: settled)
        local?.blockUnknown(key, until: settled, now: now)
    }

    /// The same of a write that may have changed records which it did not name: nothing is kept until it is settled.
    package func outcomeUnknownOfMany() {
        let settled = ContinuousClock.now + configuration.settleTime
        shared?.invalidateEverything(holdUntil: settled)
        local?.blockAll(until: settled)
    }
}
