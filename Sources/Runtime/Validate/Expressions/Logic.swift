import NIOCore

/// The operators of expressions, with the three values of SQL's logic: `nil` is NULL, or unknown. What generated
/// code says with them is what Postgres says of the same values.
package enum Logic {
    package static func not(_ value: Bool?) -> Bool? { value.map { !$0 } }

    package static func and(_ left: Bool?, _ right: Bool?) -> Bool? {
        if left == false || right == false { return false }
        return left == nil || right == nil ? nil : true
    }

    package static func or(_ left: Bool?, _ right: Bool?) -> Bool? {
        if left == true || right == true { return true }
        return left == nil || right == nil ? nil : false
    }

    package static func isNull<Value>(_ value: Value?) -> Bool? { value == nil }

    // MARK: Comparisons

    package static func equal<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool? {
        both(left, right) { $0 == $1 }
    }

    package static func less<Value: Comparable>(_ left: Value?, _ right: Value?) -> Bool? {
        both(left, right) { $0 < $1 }
    }

    package static func atMost<Value: Comparable>(_ left: Value?, _ right: Value?) -> Bool? {
        both(left, right) { $0 <= $1 }
    }

    package static func isOneOf<Value: Equatable>(_ value: Value?, _ items: [Value]) -> Bool? {
        value.map(items.contains)
    }

    /// Byte by byte, as Postgres compares: Swift's `==` takes the two spellings of an accented letter for one.
    package static func equalText(_ left: String?, _ right: String?) -> Bool? {
        both(left, right) { $0.utf8.elementsEqual($1.utf8) }
    }

    package static func isOneOfTexts(_ value: String?, _ items: [String]) -> Bool? {
        value.map { value in items.contains { $0.utf8.elementsEqual(value.utf8) } }
    }

    // MARK: Sums

    package static func number(_ value: Int64?) -> ExactNumber? { value.map(ExactNumber.init) }
    package static func number(_ plain: String?) -> ExactNumber? { plain.map(ExactNumber.init(plain:)) }

    package static func negative(_ value: ExactNumber?) -> ExactNumber? { value.map { -$0 } }
    package static func sum(_ left: ExactNumber?, _ right: ExactNumber?) -> ExactNumber? { both(left, right, +) }
    package static func difference(_ left: ExactNumber?, _ right: ExactNumber?) -> ExactNumber? {
        both(left, right, -)
    }
    package static func product(_ left: ExactNumber?, _ right: ExactNumber?) -> ExactNumber? { both(left, right, *) }

    /// Days since 2000-01-01, so many days later.
    package static func moved(_ date: Int32?, days: Int32) -> Int32? { date.map { $0 &+ days } }

    /// Microseconds and microseconds. The bounds of both, 10,000 years and a million days, are far from an overflow.
    package static func moved(_ time: Int64?, by duration: Int64?) -> Int64? { both(time, duration, &+) }
    package static func moved(_ time: Int64?, back duration: Int64?) -> Int64? { both(time, duration, &-) }

    /// The microseconds between two dates.
    package static func between(_ later: Int32?, _ earlier: Int32?) -> Int64? {
        both(later, earlier) { (Int64($0) - Int64($1)) * 86_400_000_000 }
    }

    /// The days since 2000-01-01 of an instant, UTC.
    package static func date(of instant: Int64?) -> Int32? {
        instant.map { Int32(truncatingIfNeeded: ($0 - ($0 < 0 ? 86_399_999_999 : 0)) / 86_400_000_000) }
    }

    // MARK: Lengths

    /// In Unicode code points, as Postgres counts characters.
    package static func length(_ text: String?) -> Int64? { text.map { Int64($0.unicodeScalars.count) } }

    /// How many items a list has that `BodyReader` wrote: compact JSON text of single values.
    package static func count(_ list: ByteBuffer?) -> Int64? {
        guard let list, list.readableBytes > 2 else { return list.map { _ in 0 } }
        var isText = false
        var isEscaped = false
        var count: Int64 = 1
        for byte in list.readableBytesView {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isText.toggle()
            } else if byte == UInt8(ascii: ","), !isText {
                count += 1
            }
        }
        return count
    }

    private static func both<Value, Result>(
        _ left: Value?, _ right: Value?, _ body: (Value, Value) -> Result
    ) -> Result? {
        guard let left, let right else { return nil }
        return body(left, right)
    }
}

extension BodyReader {
    /// Adds an issue when a check of the spec is false. A verdict that is unknown passes, as in a CHECK of Postgres.
    package mutating func check(_ field: StaticString, _ message: String, _ verdict: Bool?) {
        guard verdict == false else { return }
        reportBroken(field.description, message)
    }
}
