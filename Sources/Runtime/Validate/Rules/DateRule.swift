/// A date, `2026-11-23` (RFC 3339 full-date), in the years 0…9999.
package struct DateRule: Sendable {
    /// In days since 2000-01-01.
    package let minimum: Int32
    package let maximum: Int32
    package let nullable: Bool

    package init(minimum: Int32 = .min, maximum: Int32 = .max, nullable: Bool = false) {
        precondition(minimum <= maximum, "a date's bounds are in order")
        self.minimum = minimum
        self.maximum = maximum
        self.nullable = nullable
    }
}

extension DateRule {
    /// The days since 2000-01-01.
    func check(_ text: String) throws(Finding) -> Int32 {
        var scanner = TimeScanner(text)
        guard let date = scanner.date(), scanner.isAtEnd else {
            throw Finding(.invalidDate, "must be a date such as 2026-11-23")
        }
        // Four digits of a year are at most some three million days.
        return try check(days: Int32(truncatingIfNeeded: date.daysSince2000))
    }

    /// 0000-01-01 and 9999-12-31, in days since 2000-01-01.
    private static let writable: ClosedRange<Int32> = -730_485...2_921_939

    func check(days: Int32) throws(Finding) -> Int32 {
        guard Self.writable.contains(days) else { throw Finding(.invalidDate, "must be in the years 0…9999") }
        if days < minimum { throw Finding(.tooSmall, "is too early") }
        if days > maximum { throw Finding(.tooLarge, "is too late") }
        return days
    }
}
