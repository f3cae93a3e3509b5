extension L1Shard {
    mutating func beginFill(_ key: CacheKey, now: ContinuousClock.Instant = .now) -> FillTicket {
        inFlight[key, default: InFlight()].tickets += 1
        return FillTicket(key: key, stamp: stamp, isBlocked: isBlocked(key, now: now))
    }

    /// Whether nothing has happened to the key since the ticket was taken, so that a reader who starts now may wait for
    /// the ticket's holder instead of reading by itself.
    func isCurrent(_ ticket: FillTicket, now: ContinuousClock.Instant) -> Bool {
        guard isUsable(at: now), let flight = inFlight[ticket.key] else { return false }
        return flight.changedAt <= ticket.stamp && flushedAt <= ticket.stamp
    }

    mutating func fill(_ ticket: FillTicket, view: RoleSet, _ cached: CachedView, now: ContinuousClock.Instant) {
        let isOrdered = isOrdered(ticket)
        let isNewest = learn(ticket.key, cached.version)
        end(ticket)
        if let slot = index[ticket.key], let entry = slots[slot] {
            // Who comes first, the absence or this version, is not known when the ticket is older: forget both.
            let isOutdated = entry.absentUntil != nil || entry.version < cached.version
            if isOutdated { remove(slot) }
            if !isOutdated, entry.version > cached.version { return }
        }
        guard isOrdered, isNewest, mayStore(ticket, now: now) else { return }
        store(ticket.key, view, cached, now: now)
    }

    mutating func fillAbsent(_ ticket: FillTicket, now: ContinuousClock.Instant) {
        let wasCurrent = isCurrent(ticket, now: now)
        learnUnordered(ticket.key)
        end(ticket)
        removeEntry(ticket.key)
        guard wasCurrent, mayStore(ticket, now: now) else { return }
        let bytes = L1Entry.overhead
        insert(
            L1Entry(
                key: ticket.key, version: .min, views: [], absentUntil: now + limits.negativeTTL, bytes: bytes))
    }

    /// Gives a ticket back without having learned anything.
    mutating func end(_ ticket: FillTicket) {
        guard let count = inFlight[ticket.key]?.tickets else {
            assertionFailure("a ticket was ended twice")
            return
        }
        if count == 1 {
            inFlight[ticket.key] = nil
        } else {
            inFlight[ticket.key]?.tickets = count - 1
        }
    }

    /// Whether all that happened since the ticket was taken bears a version to compare with.
    private func isOrdered(_ ticket: FillTicket) -> Bool {
        guard let flight = inFlight[ticket.key] else { return false }
        return flight.unorderedAt <= ticket.stamp && flushedAt <= ticket.stamp
    }

    private func mayStore(_ ticket: FillTicket, now: ContinuousClock.Instant) -> Bool {
        isUsable(at: now) && !ticket.isBlocked && !isBlocked(ticket.key, now: now)
    }

    private func isBlocked(_ key: CacheKey, now: ContinuousClock.Instant) -> Bool {
        if let closedUntil, now < closedUntil { return true }
        if let until = blocked[key], now < until { return true }
        return false
    }

    private mutating func store(
        _ key: CacheKey, _ roles: RoleSet, _ cached: CachedView, now: ContinuousClock.Instant
    ) {
        let view = L1Entry.View(roles: roles, cached: cached, expires: now + limits.ttl)
        let cost = L1Entry.bytes(of: cached)
        guard cost + L1Entry.overhead <= limits.bytes else { return }
        guard let slot = index[key] else {
            insert(
                L1Entry(key: key, version: cached.version, views: [view], bytes: cost + L1Entry.overhead))
            return
        }
        add(view, cost: cost, to: slot)
    }

    private mutating func add(_ view: L1Entry.View, cost: Int, to slot: Int) {
        guard var entry = slots[slot] else { return }
        // The entry is taken out while it changes: two owners of its array would copy it.
        slots[slot] = nil
        let old = entry.bytes
        if let same = entry.views.firstIndex(where: { $0.roles == view.roles }) {
            entry.bytes -= L1Entry.bytes(of: entry.views.remove(at: same).cached)
        } else if entry.views.count >= limits.views {
            entry.bytes -= L1Entry.bytes(of: entry.views.removeFirst().cached)
        }
        entry.views.append(view)
        entry.bytes += cost
        bytes += entry.bytes - old
        slots[slot] = entry
        evict()
    }
}
