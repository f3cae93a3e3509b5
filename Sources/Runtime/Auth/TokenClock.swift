#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Wall-clock time for claims that are dates: seconds since 1970 without leap seconds (RFC 7519, NumericDate).
///
/// No `Clock` of the standard library knows the date, and tests need a date that stands still.
package struct TokenClock: Sendable {
    private let read: @Sendable () -> Double

    /// - Parameter read: the date in seconds; called for every request, so it must be cheap.
    package init(_ read: @escaping @Sendable () -> Double) {
        self.read = read
    }

    package var now: Double { read() }

    /// The system's date.
    package static let system = TokenClock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
