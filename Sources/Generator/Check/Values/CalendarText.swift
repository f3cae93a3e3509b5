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

    /// The numbers between separators, each of so many digits.
    private static func numbers(_ text: String, _ separator: Unicode.Scalar, _ widths: [Int]) -> [Int]? {
        let parts = text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
        guard parts.map(\.count) == widths, parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return nil
        }
        return parts.compactMap { Int(Substring($0)) }
    }
}
