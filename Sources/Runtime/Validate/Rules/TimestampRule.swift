/// An instant: RFC 3339 date-time with an offset, in the years 0…9999 of UTC.
///
/// The fraction is rounded to microseconds, as Postgres does. A leap second (`23:59:60` in UTC) is the second after it, as in Postgres.
package struct TimestampRule: Sendable {
    /// In microseconds since 2000-01-01T00:00:00Z.
    package let minimum: Int64
    package let maximum: Int64
    package let nullable: Bool

    package init(minimum: Int64 = .min, maximum: Int64 = .max, nullable: Bool = false) {
        precondition(minimum <= maximum, "an instant's bounds are in order")
        self.minimum = minimum
        self.maximum = maximum
        self.nullable = nullable
    }
}

extension TimestampRule {
    /// 0000-01-01T00:00:00Z and 9999-12-31T23:59:59.999999Z.
    static let writable: ClosedRange<Int64> = -63_113_904_000_000_000...252_455_615_999_999_999

    /// The microseconds since 2000-01-01T00:00:00Z.
    func check(_ text: String) throws(Finding) -> Int64 {
        guard let instant = Self.instant(text) else { throw Self.invalid }
        return try check(instant: instant)
    }

    private static let invalid = Finding(
        .invalidTimestamp, "must be a date and time with an offset such as 2026-11-23T08:05:00Z")

    func check(instant: Int64) throws(Finding) -> Int64 {
        guard Self.writable.contains(instant) else { throw Self.invalid }
        if instant < minimum { throw Finding(.tooSmall, "is too early") }
        if instant > maximum { throw Finding(.tooLarge, "is too late") }
        return instant
    }

    private static func instant(_ text: String) -> Int64? {
        var scanner = TimeScanner(text)
        guard let date = scanner.date(), scanner.take("T", or: "t"), let time = scanner.time(requiresSeconds: true),
            let offset = scanner.offset(), scanner.isAtEnd
        else { return nil }
        let minutes = time.hour * 60 + time.minute - offset
        if time.second == 60 {
            guard minutes.dividedFlooring(by: 1_440).remainder == 1_439 else { return nil }
        }
        let days = date.daysSince2000 * TimeOfDay.microsecondsPerDay
        return Int64(days + time.microseconds - offset * 60_000_000)
    }
}
