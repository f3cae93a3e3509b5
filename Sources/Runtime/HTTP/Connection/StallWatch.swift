/// Tells a slow reader from one that has stopped.
struct StallWatch {
    /// Bytes were handed to the channel since the last look.
    var hasWritten = false
    private var unsent = 0
    private var since: ContinuousClock.Instant?

    /// Whether a look at the channel's unsent bytes is worth its price.
    var isNeeded: Bool { hasWritten || since != nil }

    /// Notes how many bytes the peer has not taken, and says whether it has taken none for `limit`.
    mutating func isStalled(unsent now: Int, at time: ContinuousClock.Instant, limit: Duration) -> Bool {
        let hasProgress = hasWritten || now < unsent
        hasWritten = false
        unsent = now
        guard now > 0 else {
            since = nil
            return false
        }
        guard let since, !hasProgress else {
            since = time
            return false
        }
        return time - since > limit
    }
}
