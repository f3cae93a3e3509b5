/// How the cache in Redis, and the channel between the nodes, behave.
///
/// Redis is one server (5 or later) at a time, with replicas if need be; not a Redis Cluster, whose scripts can't use a
/// record and the epoch together.
package struct SharedCacheConfiguration: Sendable {
    package var redis: RedisConfiguration
    /// How long a read waits for Redis before it goes to the store.
    package var lookupDeadline = Duration.milliseconds(100)
    /// How long a fill or an invalidation may take before its connection is given up.
    package var commandDeadline = Duration.milliseconds(500)
    /// How long a reader's right to fill lasts at least: longer than a read of the store may take.
    package var fillTime = Duration.seconds(10)
    /// Views larger than this stay out of Redis, in bytes.
    package var maximumBodyBytes = 256 << 10
    /// How long nothing is read from Redis after the connection to the same server came back: time for the other nodes
    /// to come back too and deliver what was written meanwhile. A little more than `RedisConfiguration.maximumBackOff`.
    package var rejoinDelay = Duration.milliseconds(350)
    /// Records written while Redis is away that are remembered one by one. Past it everything in Redis is dropped once it
    /// is back.
    package var maximumPendingInvalidations = 10_000
    /// Invalidations that are under way at once.
    package var maximumInvalidationsInFlight = 256
    /// The wait before invalidations that were refused are sent again on the same connection.
    package var retryDelay = Duration.milliseconds(100)
    /// How often the channel is tried.
    package var heartbeat = Duration.seconds(1)
    /// How long the cache in the process is used after the last sign of life of the channel: the bound for how old an
    /// answer may be when a network swallows messages without closing a connection. More than twice the heartbeat.
    package var lease = Duration.seconds(3)
    /// Whether other processes may write to the same database. If not, the cache in the process is used without the channel.
    package var hasOtherNodes = true

    package init(redis: RedisConfiguration) {
        self.redis = redis
    }
}
