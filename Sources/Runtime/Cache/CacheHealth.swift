/// What the cache can do now, for the readiness probe and for people. Nothing of it keeps the server from serving.
package struct CacheHealth: Hashable, Sendable {
    package enum Redis: String, Sendable {
        case notConfigured, connected, away
    }

    package let redis: Redis
    /// Whether the cache in the process may be used: always without other nodes, else while they are heard.
    package let isLocalInUse: Bool
    /// Records written and not known to be invalidated in Redis; `nil` when they are too many to be known.
    package let pendingInvalidations: Int?
}

extension RecordCache {
    package var health: CacheHealth {
        guard let shared else {
            return CacheHealth(redis: .notConfigured, isLocalInUse: local != nil, pendingInvalidations: 0)
        }
        return CacheHealth(
            redis: shared.client.session == nil ? .away : .connected,
            isLocalInUse: local?.isUsable(now: .now) ?? false, pendingInvalidations: shared.pending)
    }
}
