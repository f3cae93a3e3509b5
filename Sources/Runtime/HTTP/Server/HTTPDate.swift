#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The `Date` field of answers (RFC 9110 section 5.6.7), made once a second.
struct HTTPDate {
    /// `Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n`.
    private(set) var line: [UInt8] = []
    private var validUntil: ContinuousClock.Instant?

    /// Makes the line anew when a second has passed.
    mutating func refresh(at now: ContinuousClock.Instant) {
        if let validUntil, now < validUntil { return }
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        line = Array("Date: \(Self.text(secondsSince1970: time.tv_sec))\r\n".utf8)
        validUntil = now + .nanoseconds(1_000_000_000 - time.tv_nsec)
    }

    /// An IMF-fixdate, 29 characters. strftime(3) would follow the locale.
    static func text(secondsSince1970 seconds: Int) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let date = "\(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900)"
        let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        return "\(days[Int(parts.tm_wday)]), \(date) \(clock) GMT"
    }

    private static func two(_ number: Int32) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
