extension JSONWriter {
    /// An instant as RFC 3339 text in UTC: `"2026-11-23T08:05:00.25Z"`, with a fraction only where there is one. Years outside 0…9999 get
    /// a sign and six digits (ISO 8601). Postgres's `infinity` and `-infinity` are `null`.
    ///
    /// - Parameter microsecondsSince2000: as Postgres sends `timestamptz` in binary.
    package mutating func timestamp(_ microsecondsSince2000: Int64) {
        guard microsecondsSince2000 != .max, microsecondsSince2000 != .min else { return null() }
        let (days, time) = Int(microsecondsSince2000).dividedFlooring(by: TimeOfDay.microsecondsPerDay)
        let date = CivilDate(daysSince2000: days)
        scalar(capacity: 36) { target in
            target[0] = UInt8(ascii: "\"")
            var end = date.write(to: target, at: 1)
            target[end] = UInt8(ascii: "T")
            end = TimeOfDay.write(time, to: target, at: end + 1)
            target[end] = UInt8(ascii: "Z")
            target[end + 1] = UInt8(ascii: "\"")
            return end + 2
        }
    }

    /// A date as `"2026-11-23"`. Postgres's `infinity` and `-infinity` are `null`.
    ///
    /// - Parameter daysSince2000: as Postgres sends `date` in binary.
    package mutating func date(_ daysSince2000: Int32) {
        guard daysSince2000 != .max, daysSince2000 != .min else { return null() }
        let date = CivilDate(daysSince2000: Int(daysSince2000))
        scalar(capacity: 16) { target in
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

    /// A time of day as `"08:05:00"`, with a fraction only where there is one.
    ///
    /// - Parameter microseconds: since midnight, as Postgres sends `time` in binary.
    package mutating func time(_ microseconds: Int64) {
        scalar(capacity: 18) { target in
            target[0] = UInt8(ascii: "\"")
            let end = TimeOfDay.write(Int(microseconds), to: target, at: 1)
            target[end] = UInt8(ascii: "\"")
            return end + 1
        }
    }
}
