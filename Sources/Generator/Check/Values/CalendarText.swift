/// Dates and times as specs write them: those of RFC 3339, without the leap seconds.
enum CalendarText {
    /// `2026-11-01`, as a number that grows with the date; `nil` for what is no date.
    static func days(_ text: String) -> Int? {
        let parts = numbers(text, "-", [4, 2, 2])
        guard let parts, (1...12).contains(parts[1]), parts[0] > 0 else { return nil }
        let isLeap = parts[0].isMultiple(of: 4) && (!parts[0].isMultiple(of: 100) || parts[0].isMultiple(of: 400))
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[parts[1] - 1]).contains(parts[2]) else { return nil }
        return (parts[0] * 12 + parts[1]) * 31 + parts[2]
    }

    /// `08:30` or `08:30:00`
    static func isTime(_ text: String) -> Bool {
        guard let parts = numbers(text, ":", [2, 2]) ?? numbers(text, ":", [2, 2, 2]) else { return false }
        return parts[0] < 24 && parts.dropFirst().allSatisfy { $0 < 60 }
    }

    /// `2026-11-01T08:30:00Z`, or with an offset such as `+01:00`
    static func isInstant(_ text: String) -> Bool {
        let halves = text.utf8.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
        guard halves.count == 2, days(String(Substring(halves[0]))) != nil else { return false }
        let clock = String(Substring(halves[1]))
        let digits = clock.utf8.prefix(8)
        guard digits.count == 8, isTime(String(Substring(digits))) else { return false }
        var rest = clock.utf8.dropFirst(8)
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            guard !fraction.isEmpty, fraction.count <= 6 else { return false }
            rest = rest.dropFirst(fraction.count + 1)
        }
        if rest.elementsEqual("Z".utf8) { return true }
        guard rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") else { return false }
        let offset = String(Substring(rest.dropFirst()))
        return offset.utf8.count == 5 && isTime(offset)
    }

    // MARK: As Postgres counts

    /// Days since 2000-01-01 of a date.
    static func daysSince2000(_ text: String) -> Int {
        let parts = numbers(text, "-", [4, 2, 2]) ?? [2000, 1, 1]
        // Years that begin in March, so that the leap day is the last: Euclidean affine functions, by 400 years.
        let month = (parts[1] + 9) % 12
        let year = parts[0] - month / 10
        return 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + parts[2] - 1 - 730_425
    }

    /// Microseconds since midnight of a time of day, whose fraction has at most six digits.
    static func microsecondsOfDay(_ text: String) -> Int {
        let halves = text.utf8.split(separator: UInt8(ascii: "."))
        let parts = halves[0].split(separator: UInt8(ascii: ":")).compactMap { Int(Substring($0)) }
        let seconds = zip(parts, [3_600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        let fraction = halves.count > 1 ? (String(Substring(halves[1])) + "000000").prefix(6) : "0"
        return seconds * 1_000_000 + (Int(fraction) ?? 0)
    }

    /// Microseconds since 2000-01-01T00:00:00Z of a date and time with its offset.
    static func microsecondsSince2000(_ text: String) -> Int {
        let clock = text.utf8.dropFirst(11)
        let time = clock.prefix { ![UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains($0) }
        let offset = clock.dropFirst(time.count)
        let minutes = offset.first == UInt8(ascii: "Z") ? 0 : microsecondsOfDay(String(Substring(offset.dropFirst())))
        let local =
            daysSince2000(String(Substring(text.utf8.prefix(10)))) * 86_400_000_000
            + microsecondsOfDay(String(Substring(time)))
        return offset.first == UInt8(ascii: "-") ? local + minutes : local - minutes
    }

    /// The numbers between separators, each of so many digits.
    private static func numbers(_ text: String, _ separator: Unicode.Scalar, _ widths: [Int]) -> [Int]? {
        let parts = text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
        guard parts.map(\.count) == widths, parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return nil
        }
        return parts.compactMap { Int(Substring($0)) }
    }
}
