/// How the process talks to Redis. Every bound of a connection is here.
package struct RedisConfiguration: Sendable {
    package var address: RedisAddress
    /// How long one try to connect may take, name look-up, authentication and set-up included. Short, so that a try that
    /// began while Redis was away doesn't hold up the next one.
    package var connectTimeout = Duration.milliseconds(500)
    /// The wait before the first new try to connect; it doubles with each failure. A random half of it is left out.
    package var minimumBackOff = Duration.milliseconds(50)
    /// The longest wait between two tries. With `connectTimeout` it says how soon a Redis that is back is used again.
    package var maximumBackOff = Duration.milliseconds(250)
    /// Commands sent and not answered; what comes above it gets `queueFull`.
    package var maximumInFlight = 1024
    /// Bytes of the commands sent and not answered; what comes above it gets `queueFull`.
    package var maximumBytesInFlight = 16 << 20
    /// The longest answer, in bytes. A longer one costs the connection.
    package var maximumReplyBytes = 8 << 20

    package init(address: RedisAddress) {
        self.address = address
    }
}
