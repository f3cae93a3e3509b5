#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Dates as Postgres counts them: microseconds since 2000-01-01T00:00:00Z.
enum Timestamps {
    /// 2000-01-01 in seconds since 1970.
    private static let epoch: Int64 = 946_684_800
    /// The same in milliseconds.
    static let epochMilliseconds = epoch * 1_000

    /// The system's date.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return (Int64(time.tv_sec) - epoch) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}
