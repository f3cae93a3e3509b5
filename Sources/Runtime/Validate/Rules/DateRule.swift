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
        let days = Int32(truncatingIfNeeded: date.daysSince2000)
        if days < minimum { throw Finding(.tooSmall, "is too early") }
        if days > maximum { throw Finding(.tooLarge, "is too late") }
        return days
    }
}
