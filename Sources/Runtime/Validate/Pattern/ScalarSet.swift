/// A set of Unicode scalars as ranges, with a bit map in front for ASCII.
struct ScalarSet: Equatable, Sendable {
    private var ascii: (low: UInt64, high: UInt64) = (0, 0)
    private var ranges: [ClosedRange<UInt32>] = []
    private(set) var isInverted = false

    static func == (left: ScalarSet, right: ScalarSet) -> Bool {
        left.ascii == right.ascii && left.ranges == right.ranges && left.isInverted == right.isInverted
    }

    init(_ ranges: ClosedRange<UInt32>...) {
        for range in ranges { insert(range) }
    }

    init(_ scalar: Unicode.Scalar) {
        insert(scalar.value...scalar.value)
    }

    mutating func insert(_ range: ClosedRange<UInt32>) {
        if range.upperBound >= 0x80 {
            ranges.append(max(range.lowerBound, 0x80)...range.upperBound)
        }
        guard range.lowerBound < 0x80 else { return }
        for value in range.lowerBound...min(range.upperBound, 0x7F) {
            if value < 64 {
                ascii.low |= 1 << UInt64(value)
            } else {
                ascii.high |= 1 << UInt64(value - 64)
            }
        }
    }

    /// Adds a set that may be inverted itself, such as `\D`.
    mutating func formUnion(_ other: ScalarSet) {
        precondition(!isInverted, "a class is inverted last")
        guard other.isInverted else {
            ascii = (ascii.low | other.ascii.low, ascii.high | other.ascii.high)
            ranges += other.ranges
            return
        }
        // Only the ASCII classes come inverted: all beyond ASCII belongs to them.
        ascii = (ascii.low | ~other.ascii.low, ascii.high | ~other.ascii.high)
        ranges.append(0x80...0x10FFFF)
    }

    var inverted: ScalarSet {
        var copy = self
        copy.isInverted.toggle()
        return copy
    }

    func contains(_ value: UInt32) -> Bool {
        let isListed: Bool =
            if value < 64 {
                ascii.low >> UInt64(value) & 1 == 1
            } else if value < 128 {
                ascii.high >> UInt64(value - 64) & 1 == 1
            } else {
                ranges.contains { $0.contains(value) }
            }
        return isListed != isInverted
    }
}

extension ScalarSet {
    static let digits = ScalarSet(0x30...0x39)
    static let wordCharacters = ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
    /// Tab, line feed, vertical tab, form feed, carriage return, space.
    static let spaces = ScalarSet(0x09...0x0D, 0x20...0x20)
    /// What `.` does not match: the line ends of ECMAScript.
    static let lineEnds = ScalarSet(0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029)
}
