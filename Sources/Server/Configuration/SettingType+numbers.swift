extension SettingType where Value: FixedWidthInteger {
    static func number(_ bounds: ClosedRange<Value>) -> Self {
        SettingType(
            takes: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
            parse: { text throws(SettingRefusal) in
                guard let number = Value(text) else {
                    let isNumber = !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
                    throw SettingRefusal(isNumber ? "\(text.shown) is too large" : "\(text.shown) is no whole number")
                }
                try check(number, text, bounds)
                return number
            }, spell: { "\($0)" })
    }
}

extension SettingType<Int> {
    /// An amount of memory.
    static func bytes(_ bounds: ClosedRange<Int>) -> Self {
        SettingType(
            takes: "bytes from \(ByteAmount.spell(bounds.lowerBound)) to \(ByteAmount.spell(bounds.upperBound))",
            parse: { text throws(SettingRefusal) in
                guard let amount = ByteAmount.parse(text) else {
                    throw SettingRefusal("\(text.shown) is no amount such as 512, 64KiB, 16MiB or 1GiB")
                }
                try check(amount, text, bounds)
                return amount
            }, spell: ByteAmount.spell)
    }
}

extension SettingType<Duration> {
    static func time(_ bounds: ClosedRange<Duration>) -> Self {
        SettingType(
            takes: "a time from \(TimeSpan.spell(bounds.lowerBound)) to \(TimeSpan.spell(bounds.upperBound))",
            parse: { text throws(SettingRefusal) in
                guard let span = TimeSpan.parse(text) else {
                    throw SettingRefusal("\(text.shown) is no time such as 200ms, 10s, 5m, 1h or 7d")
                }
                try check(span, text, bounds)
                return span
            }, spell: TimeSpan.spell)
    }
}

private func check<Value: Comparable>(
    _ value: Value, _ text: String, _ bounds: ClosedRange<Value>
) throws(SettingRefusal) {
    if value < bounds.lowerBound { throw SettingRefusal("\(text.shown) is too small") }
    if value > bounds.upperBound { throw SettingRefusal("\(text.shown) is too large") }
}
