import NIOCore

extension JSONWriter {
    package mutating func int(_ value: some FixedWidthInteger) {
        if let small = Int64(exactly: value) {
            int(small)
        } else {
            string(digits: String(value))
        }
    }

    // Concrete forms of the common types: a generic function is not specialised across modules.
    package mutating func int(_ value: Int) {
        int(Int64(value))
    }

    package mutating func int(_ value: Int32) {
        int(Int64(value))
    }

    package mutating func int(_ value: Int64) {
        scalar(capacity: 20) { target in
            var end = 0
            if value < 0 {
                target[0] = UInt8(ascii: "-")
                end = 1
            }
            return Digits.write(value.magnitude, to: target, at: end)
        }
    }

    /// A number from text such as Postgres makes of `numeric` and `float8`. What JSON has no number for (`NaN`, `Infinity`) is written as
    /// `null`.
    package mutating func number(text: UnsafeRawBufferPointer) {
        guard JSONText.isNumber(text) else { return null() }
        raw(text)
    }

    /// A number's plain spelling, such as a decimal is read to.
    package mutating func decimal(_ digits: String) {
        var digits = digits
        digits.withUTF8 { number(text: UnsafeRawBufferPointer($0)) }
    }

    private mutating func string(digits: String) {
        var digits = digits
        digits.withUTF8 { raw(UnsafeRawBufferPointer($0)) }
    }
}

/// Decimal digits, written by hand since `description` makes a `String` first.
enum Digits {
    static func count(_ value: UInt64) -> Int {
        var count = 1
        var rest = value
        while rest >= 10 {
            rest /= 10
            count += 1
        }
        return count
    }

    /// Writes `value` at `start`; returns where it ends.
    static func write(_ value: UInt64, to target: UnsafeMutableRawBufferPointer, at start: Int) -> Int {
        let width = count(value)
        write(value, width: width, to: target, at: start)
        return start + width
    }

    /// Writes the last `width` digits of `value`, with leading zeros.
    static func write(_ value: UInt64, width: Int, to target: UnsafeMutableRawBufferPointer, at start: Int) {
        var rest = value
        var index = start + width
        while index > start {
            index -= 1
            target[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }
}
