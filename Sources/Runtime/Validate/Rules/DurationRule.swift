/// An exact length of time in ISO 8601 text: `P2W`, `P7D`, `PT1H30M`, `P1DT0.5S`. Days have 24 hours. There are no months
/// and years, which have no length, and at most a million days.
package struct DurationRule: Sendable {
    /// In microseconds.
    package let minimum: Int64
    package let maximum: Int64
    package let nullable: Bool

    package init(minimum: Int64 = 0, maximum: Int64 = DurationRule.most, nullable: Bool = false) {
        precondition(minimum <= maximum, "a duration's bounds are in order")
        self.minimum = minimum
        self.maximum = maximum
        self.nullable = nullable
    }

    /// 1,000,000 days.
    package static let most: Int64 = 86_400_000_000_000_000
}

extension DurationRule {
    /// The microseconds.
    func check(_ text: String) throws(Finding) -> Int64 {
        guard let length = Self.microseconds(text) else {
            throw Finding(.invalidDuration, "must be a duration such as PT1H30M or P7D")
        }
        return try check(length: length)
    }

    func check(length: Int64) throws(Finding) -> Int64 {
        if length < minimum { throw Finding(.tooSmall, "must be at least \(Self.spelled(minimum))") }
        if length > maximum { throw Finding(.tooLarge, "must be at most \(Self.spelled(maximum))") }
        return length
    }

    /// The units in the order in which they stand, weeks alone.
    private static let units: [(letter: UInt8, length: Int64, isTime: Bool)] = [
        (UInt8(ascii: "D"), 86_400_000_000, false), (UInt8(ascii: "H"), 3_600_000_000, true),
        (UInt8(ascii: "M"), 60_000_000, true), (UInt8(ascii: "S"), 1_000_000, true),
    ]

    private static func microseconds(_ text: String) -> Int64? {
        var rest = Array(text.utf8)[...]
        guard rest.count <= 64, rest.popFirst() == UInt8(ascii: "P") else { return nil }
        if rest.last == UInt8(ascii: "W") {
            return number(rest.dropLast()).map { $0 * 7 * 86_400_000_000 }
        }
        var total: Int64 = 0
        var isTime = false
        var next = 0
        repeat {
            if !isTime, rest.first == UInt8(ascii: "T") {
                rest.removeFirst()
                isTime = true
            }
            let digits = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
            rest = rest.dropFirst(digits.count)
            guard let letter = rest.popFirst(),
                let unit = units[next...].firstIndex(where: { $0.letter == letter && $0.isTime == isTime }),
                let value = amount(digits, units[unit].length, isSeconds: unit == 3)
            else { return nil }
            total += value
            next = unit + 1
        } while !rest.isEmpty
        return total
    }

    /// At most seven digits, so that no sum overflows; seconds may have a fraction of six.
    private static func amount(_ digits: ArraySlice<UInt8>, _ length: Int64, isSeconds: Bool) -> Int64? {
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap(number), parts.count == 1 || parts.count == 2 && isSeconds else {
            return nil
        }
        guard parts.count == 2 else { return whole * length }
        guard (1...6).contains(parts[1].count), var fraction = number(parts[1]) else { return nil }
        for _ in parts[1].count..<6 { fraction *= 10 }
        return whole * length + fraction
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard (1...7).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    /// The one spelling in days, hours, minutes and seconds.
    static func spelled(_ microseconds: Int64) -> String {
        var rest = microseconds.magnitude
        var text = microseconds < 0 ? "-P" : "P"
        let days = rest / 86_400_000_000
        rest %= 86_400_000_000
        if days > 0 { text += "\(days)D" }
        guard rest > 0 || days == 0 else { return text }
        text += "T"
        let (hours, minutes) = (rest / 3_600_000_000, rest / 60_000_000 % 60)
        rest %= 60_000_000
        if hours > 0 { text += "\(hours)H" }
        if minutes > 0 { text += "\(minutes)M" }
        guard rest > 0 || text.utf8.last == UInt8(ascii: "T") else { return text }
        var fraction = String(rest % 1_000_000)
        fraction = String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
        while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
        return text + "\(rest / 1_000_000)\(fraction.isEmpty ? "" : "." + fraction)S"
    }
}
