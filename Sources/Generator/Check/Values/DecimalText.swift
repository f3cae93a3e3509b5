/// A decimal number as its digits, compared exactly.
struct DecimalText: Comparable {
    /// How many digits the numbers of a field may have.
    static let digits = 1...38

    private let isNegative: Bool
    /// Without zeros at the start.
    private let whole: [UInt8]
    /// Without zeros at the end.
    private let fraction: [UInt8]

    /// `-12.50`, as the spec writes numbers; `nil` for other text.
    init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes.removeFirst() }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) }) else {
            return nil
        }
        whole = Array(parts[0].drop { $0 == 0x30 })
        let places = parts.count == 2 ? Array(parts[1]) : []
        fraction = Array(places.prefix((places.lastIndex { $0 != 0x30 } ?? -1) + 1))
    }

    func fits(precision: Int, scale: Int) -> Bool {
        whole.count <= precision - scale && fraction.count <= scale
    }

    private var isZero: Bool { whole.isEmpty && fraction.isEmpty }

    static func < (left: Self, right: Self) -> Bool {
        let (leftIsNegative, rightIsNegative) = (left.isNegative && !left.isZero, right.isNegative && !right.isZero)
        guard leftIsNegative == rightIsNegative else { return leftIsNegative }
        return leftIsNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
    }

    private func isSmaller(than other: Self) -> Bool {
        guard whole.count == other.whole.count else { return whole.count < other.whole.count }
        guard whole == other.whole else { return whole.lexicographicallyPrecedes(other.whole) }
        return fraction.lexicographicallyPrecedes(other.fraction)
    }

    static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
