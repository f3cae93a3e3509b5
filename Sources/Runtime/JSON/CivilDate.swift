/// A date of the proleptic Gregorian calendar; year 0 is 1 BC, as in ISO 8601.
package struct CivilDate: Equatable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    // Counted from 2000-03-01, a cycle of 400 years begins and the leap day is the last day of its year.
    private static let marchOffset = 60
    private static let daysPerCycle = 146_097

    /// The date that is `days` after (or, negative, before) 2000-01-01.
    package init(daysSince2000 days: Int) {
        let (cycle, dayOfCycle) = (days - Self.marchOffset).dividedFlooring(by: Self.daysPerCycle)
        let leapDays = dayOfCycle / 1_460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
        let yearOfCycle = (dayOfCycle - leapDays) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        // Months from March have 31, 30, 31, 30, 31 days again and again: 153 days in five.
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        self.day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        self.month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.year = 2000 + cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    }

    /// A date that exists; `nil` for the 30th of February.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, in: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    package var daysSince2000: Int {
        let (cycle, yearOfCycle) = (year - 2000 - (month <= 2 ? 1 : 0)).dividedFlooring(by: 400)
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return cycle * Self.daysPerCycle + dayOfCycle + Self.marchOffset
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate {
    /// Whether the year has four digits, as in RFC 3339.
    var isPlain: Bool { (0...9_999).contains(year) }

    /// Writes `2026-11-23`, for a plain date; returns where it ends.
    func write(to target: UnsafeMutableRawBufferPointer, at start: Int) -> Int {
        Digits.write(UInt64(year.magnitude), width: 4, to: target, at: start)
        var end = start + 4
        for part in [month, day] {
            target[end] = UInt8(ascii: "-")
            Digits.write(UInt64(part), width: 2, to: target, at: end + 1)
            end += 3
        }
        return end
    }
}

extension Int {
    /// Quotient rounded down and remainder that is not negative.
    func dividedFlooring(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
