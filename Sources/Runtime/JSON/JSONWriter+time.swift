extension JSONWriter {
    /// An instant as RFC 3339 text in UTC: `"2026-11-23T08:05:00.25Z"`, with a fraction only where there is one. What RFC 3339 cannot say
    /// is `null`: years outside 0…9999, and Postgres's `infinity` and `-infinity`.
    ///
    /// - Parameter microsecondsSince2000: as Postgres sends `timestamptz` in binary.
    package mutating func timestamp(_ microsecondsSince2000: Int64) {
        let (days, time) = Int(microsecondsSince2000).dividedFlooring(by: TimeOfDay.microsecondsPerDay)
        let date = CivilDate(daysSince2000: days)
        guard date.isPlain else { return null() }
        scalar(capacity: 29) { target in
            target[0] = UInt8(ascii: "\"")
            var end = date.write(to: target, at: 1)
            target[end] = UInt8(ascii: "T")
            end = TimeOfDay.write(time, to: target, at: end + 1)
            target[end] = UInt8(ascii: "Z")
            target[end + 1] = UInt8(ascii: "\"")
            return end + 2
        }
    }

    /// A date as `"2026-11-23"`, and `null` for what RFC 3339 cannot say, as in `timestamp`.
    ///
    /// - Parameter daysSince2000: as Postgres sends `date` in binary.
    package mutating func date(_ daysSince2000: Int32) {
        let date = CivilDate(daysSince2000: Int(daysSince2000))
        guard date.isPlain else { return null() }
        scalar(capacity: 12) { target in
            target[0] = UInt8(ascii: "\"")
            let end = date.write(to: target, at: 1)
            target[end] = UInt8(ascii: "\"")
            return end + 1
        }
    }

    /// A length of time as ISO 8601 text in days, hours, minutes and seconds: `"P1DT2H"`, `"PT0S"`.
    package mutating func duration(_ microseconds: Int64) {
        string(DurationRule.spelled(microseconds))
    }

    /// A time of day as `"08:05:00"`, with a fraction only where there is one. Postgres's `24:00` is no time of a day, and `null`.
    ///
    /// - Parameter microseconds: since midnight, as Postgres sends `time` in binary.
    package mutating func time(_ microseconds: Int64) {
        guard microseconds < TimeOfDay.microsecondsPerDay else { return null() }
        scalar(capacity: 18) { target in
            target[0] = UInt8(ascii: "\"")
            let end = TimeOfDay.write(Int(microseconds), to: target, at: 1)
            target[end] = UInt8(ascii: "\"")
            return end + 1
        }
    }
}
