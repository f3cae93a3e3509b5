/// Amounts of memory as people write them: `512`, `64KiB`, `16MiB`, `1GiB`.
enum ByteAmount {
    private static let units: [(name: String, bytes: Int)] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]

    static func parse(_ text: String) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        let unit = text[digits.endIndex...]
        guard let count = Int(digits) else { return nil }
        if unit.isEmpty { return count }
        guard let factor = units.first(where: { $0.name == unit })?.bytes else { return nil }
        let (amount, overflows) = count.multipliedReportingOverflow(by: factor)
        return overflows ? nil : amount
    }

    static func spell(_ amount: Int) -> String {
        guard amount > 0, let unit = units.first(where: { amount % $0.bytes == 0 }) else { return "\(amount)" }
        return "\(amount / unit.bytes)\(unit.name)"
    }
}
