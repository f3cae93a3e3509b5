/// A time of day without an offset: `08:05`, `08:05:00` or `08:05:00.25`, at most six digits of a second, as Postgres keeps.
/// No leap second and no `24:00`.
package struct TimeRule: Sendable {
    package let nullable: Bool

    package init(nullable: Bool = false) {
        self.nullable = nullable
    }
}

extension TimeRule {
    private static let longest = "23:59:59.999999".utf8.count

    /// The microseconds since midnight.
    func check(_ text: String) throws(Finding) -> Int64 {
        var scanner = TimeScanner(text)
        guard text.utf8.count <= Self.longest, let time = scanner.time(requiresSeconds: false), scanner.isAtEnd,
            time.second < 60
        else {
            throw Finding(.invalidTime, "must be a time such as 08:05 or 08:05:00")
        }
        return Int64(time.microseconds)
    }

    func check(microseconds: Int64) throws(Finding) -> Int64 {
        guard (0..<Int64(TimeOfDay.microsecondsPerDay)).contains(microseconds) else {
            throw Finding(.invalidTime, "must be a time of a day")
        }
        return microseconds
    }
}
