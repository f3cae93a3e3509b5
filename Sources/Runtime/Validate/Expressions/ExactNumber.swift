/// A decimal number of any size, whose sums and products are exact, as Postgres's `numeric` has them.
package struct ExactNumber: Sendable {
    private let isNegative: Bool
    /// Each 0…9, the lowest first, without zeros at the end.
    private let digits: [UInt8]
    /// How many of the digits stand behind the point.
    private let scale: Int

    private init(isNegative: Bool, digits: [UInt8], scale: Int) {
        let length = (digits.lastIndex { $0 != 0 } ?? -1) + 1
        self.digits = Array(digits.prefix(length))
        self.isNegative = isNegative && length > 0
        self.scale = scale
    }

    package init(_ value: Int64) {
        self.init(plain: String(value))
    }

    /// - Parameter text: `-12.50`: digits, maybe with a sign before and a point between them, as `DecimalRule` gives them.
    package init(plain text: String) {
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }.map { $0 - 0x30 }
        let fraction = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).dropFirst().first
        self.init(
            isNegative: text.utf8.first == UInt8(ascii: "-"), digits: digits.reversed(), scale: fraction?.count ?? 0)
    }
}

extension ExactNumber {
    package static prefix func - (number: Self) -> Self {
        Self(isNegative: !number.isNegative, digits: number.digits, scale: number.scale)
    }

    package static func + (left: Self, right: Self) -> Self {
        let scale = max(left.scale, right.scale)
        let (a, b) = (left.digits(at: scale), right.digits(at: scale))
        guard left.isNegative != right.isNegative else {
            return Self(isNegative: left.isNegative, digits: sum(a, b), scale: scale)
        }
        let isLess = isLess(a, b)
        return Self(
            isNegative: isLess ? right.isNegative : left.isNegative,
            digits: isLess ? difference(b, a) : difference(a, b),
            scale: scale)
    }

    package static func - (left: Self, right: Self) -> Self { left + -right }

    package static func * (left: Self, right: Self) -> Self {
        var digits = Array(repeating: UInt8(0), count: left.digits.count + right.digits.count)
        for (place, digit) in left.digits.enumerated() {
            var carry: UInt8 = 0
            for (offset, other) in right.digits.enumerated() {
                let value = digits[place + offset] + digit * other + carry
                digits[place + offset] = value % 10
                carry = value / 10
            }
            digits[place + right.digits.count] = carry
        }
        return Self(
            isNegative: left.isNegative != right.isNegative, digits: digits, scale: left.scale + right.scale)
    }

    /// The digits as they are with `scale` of them behind the point.
    private func digits(at scale: Int) -> [UInt8] {
        Array(repeating: 0, count: scale - self.scale) + digits
    }

    private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var carry: UInt8 = 0
        for place in 0...max(left.count, right.count) {
            let value = (place < left.count ? left[place] : 0) + (place < right.count ? right[place] : 0) + carry
            result.append(value % 10)
            carry = value / 10
        }
        return result
    }

    /// - Parameter right: not greater than `left`.
    private static func difference(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var borrow: UInt8 = 0
        for place in left.indices {
            let taken = (place < right.count ? right[place] : 0) + borrow
            borrow = left[place] < taken ? 1 : 0
            result.append(left[place] + borrow * 10 - taken)
        }
        return result
    }

    private static func isLess(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let lengths = [left, right].map { ($0.lastIndex { $0 != 0 } ?? -1) + 1 }
        guard lengths[0] == lengths[1] else { return lengths[0] < lengths[1] }
        return left.prefix(lengths[0]).reversed().lexicographicallyPrecedes(right.prefix(lengths[1]).reversed())
    }
}

extension ExactNumber: Comparable {
    package static func < (left: Self, right: Self) -> Bool { (left - right).isNegative }
    package static func == (left: Self, right: Self) -> Bool { (left - right).digits.isEmpty }
}
