/// Times of day in microseconds since midnight.
enum TimeOfDay {
    static let microsecondsPerDay = 86_400_000_000

    /// Writes `08:05:00`, with `.25` behind it where there is a fraction; returns where it ends.
    static func write(_ microseconds: Int, to target: UnsafeMutableRawBufferPointer, at start: Int) -> Int {
        let (seconds, fraction) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        Digits.write(UInt64(seconds / 3_600), width: 2, to: target, at: start)
        target[start + 2] = UInt8(ascii: ":")
        Digits.write(UInt64(seconds / 60 % 60), width: 2, to: target, at: start + 3)
        target[start + 5] = UInt8(ascii: ":")
        Digits.write(UInt64(seconds % 60), width: 2, to: target, at: start + 6)
        guard fraction > 0 else { return start + 8 }
        target[start + 8] = UInt8(ascii: ".")
        Digits.write(UInt64(fraction), width: 6, to: target, at: start + 9)
        var end = start + 15
        while target[end - 1] == UInt8(ascii: "0") { end -= 1 }
        return end
    }
}
