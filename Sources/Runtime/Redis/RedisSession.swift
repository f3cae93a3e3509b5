/// One open connection for commands, from its greeting to its loss.
package struct RedisSession: Sendable {
    /// Numbers the sessions of this process. A command made for one is not sent on another, which may have gone to a
    /// server that remembers another past.
    package let number: UInt64
    /// Redis's own name for this run of the server. What was in the store before a restart, a restored snapshot or a
    /// failover was told of no invalidation since, so names in Redis hold this.
    package let runID: String
    package let openedAt: ContinuousClock.Instant
    /// Whether the session before was with the same run of the server: what it holds may be of before the gap.
    package let isReturn: Bool
}
