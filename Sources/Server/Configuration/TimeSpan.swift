/// Time spans as people write them: `200ms`, `90s`, `30m`, `1h`, `7d`.
enum TimeSpan {
    /// In milliseconds, the largest first.
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1),
    ]
    /// Ten years, so that no sum of spans overflows.
    private static let longest: Int64 = 315_360_000_000

    /// `nil` for what is no span, or one over ten years.
    static func parse(_ text: String) -> Duration? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard let count = Int64(digits), let unit = units.first(where: { $0.name == text[digits.endIndex...] }),
            count <= longest / unit.milliseconds
        else { return nil }
        return .milliseconds(count * unit.milliseconds)
    }

    /// In the largest unit that leaves no rest.
    static func spell(_ span: Duration) -> String {
        let parts = span.components
        let milliseconds = parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000
        guard milliseconds > 0, let unit = units.first(where: { milliseconds % $0.milliseconds == 0 }) else {
            return "0s"
        }
        return "\(milliseconds / unit.milliseconds)\(unit.name)"
    }
}
