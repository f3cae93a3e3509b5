#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The moment of a log line.
struct LogTime: Sendable {
    /// As `JSONWriter.timestamp` takes it.
    let microsecondsSince2000: Int64

    private static let secondsFrom1970To2000 = 946_684_800

    init(secondsSince1970 seconds: Int, nanoseconds: Int = 0) {
        microsecondsSince2000 = Int64((seconds - Self.secondsFrom1970To2000) * 1_000_000 + nanoseconds / 1000)
    }

    static var now: LogTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return LogTime(secondsSince1970: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
    }

    /// The time of day in UTC to the millisecond, 12 characters: `08:05:00.250`.
    var clock: String {
        let ofDay = Int(microsecondsSince2000).dividedFlooring(by: TimeOfDay.microsecondsPerDay).remainder
        return String(unsafeUninitializedCapacity: 12) { target in
            let target = UnsafeMutableRawBufferPointer(target)
            for (place, number) in [ofDay / 3_600_000_000, ofDay / 60_000_000 % 60, ofDay / 1_000_000 % 60].enumerated()
            {
                Digits.write(UInt64(number), width: 2, to: target, at: place * 3)
                target[place * 3 + 2] = place < 2 ? UInt8(ascii: ":") : UInt8(ascii: ".")
            }
            Digits.write(UInt64(ofDay / 1000 % 1000), width: 3, to: target, at: 9)
            return 12
        }
    }
}
