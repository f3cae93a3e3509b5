#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Time of the processor, which does not pass while others have it.
package enum ProcessorTime {
    /// What the calling thread has used of it while `body` ran (clock_gettime(2), `CLOCK_THREAD_CPUTIME_ID`).
    package static func ofThread(_ body: () throws -> Void) rethrows -> Duration {
        let start = used
        try body()
        return used - start
    }

    private static var used: Duration {
        var time = timespec()
        // The clock is there on every system that this builds for; without it nothing would seem to take time.
        precondition(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0, "no clock for threads")
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }
}
