/// What bounds one shard of an `L1Cache`.
struct L1Limits: Sendable {
    /// Bytes of all entries, counted with their overhead.
    var bytes: Int
    /// How long a view is used after it was filled.
    var ttl: Duration
    /// How long "no such record" is used.
    var negativeTTL: Duration
    /// Views kept of one record. One more takes the place of the oldest.
    var views = 16
    /// Keys blocked at a time. Past it the whole shard stops caching until the last block has ended.
    var blocks = 1024
}
