extension RecordCache {
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
}
