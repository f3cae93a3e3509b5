/// Reads dates and times of day from text, from the left.
struct TimeScanner {
    private let bytes: [UInt8]
    private var position = 0

    /// No date or time that we take is longer than this; longer text is not looked at.
    private static let longest = 64

    init(_ text: String) {
        bytes = text.utf8.count <= Self.longest ? Array(text.utf8) : []
    }

    var isAtEnd: Bool { position == bytes.count && position > 0 }

    mutating func take(_ first: Unicode.Scalar, or second: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == first.value || bytes[position] == second.value else {
            return false
        }
        position += 1
        return true
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        take(scalar, or: scalar)
    }

    /// Exactly `count` digits.
    private mutating func number(_ count: Int) -> Int? {
        guard bytes.count - position >= count else { return nil }
        var value = 0
        for byte in bytes[position..<position + count] {
            guard byte &- UInt8(ascii: "0") < 10 else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        position += count
        return value
    }

    /// RFC 3339 full-date.
    mutating func date() -> CivilDate? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2) else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    struct Time {
        var hour: Int
        var minute: Int
        /// 60 in a leap second.
        var second: Int
        /// Since midnight. The fraction is rounded, so this may be a whole day.
        var microseconds: Int
    }

    /// RFC 3339 partial-time; without seconds where they are not required.
    mutating func time(requiresSeconds: Bool) -> Time? {
        guard let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60 else { return nil }
        var second = 0
        var fraction = 0
        if take(":") {
            guard let seconds = number(2), seconds <= 60 else { return nil }
            second = seconds
            if take(".") {
                guard let microseconds = self.fraction() else { return nil }
                fraction = microseconds
            }
        } else if requiresSeconds {
            return nil
        }
        let seconds = hour * 3_600 + minute * 60 + second
        return Time(hour: hour, minute: minute, second: second, microseconds: seconds * 1_000_000 + fraction)
    }

    /// The digits after the point as microseconds, rounded half up.
    private mutating func fraction() -> Int? {
        let start = position
        var value = 0
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 {
            let digit = Int(bytes[position] - UInt8(ascii: "0"))
            let index = position - start
            if index < 6 { value = value * 10 + digit }
            if index == 6, digit >= 5 { value += 1 }
            position += 1
        }
        for _ in 0..<max(0, 6 - (position - start)) { value *= 10 }
        return position == start ? nil : value
    }

    /// RFC 3339 time-offset in minutes east of UTC.
    mutating func offset() -> Int? {
        if take("Z", or: "z") { return 0 }
        let isEast = take("+")
        guard isEast || take("-"), let hours = number(2), hours < 24, take(":"), let minutes = number(2), minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (isEast ? 1 : -1)
    }
}
