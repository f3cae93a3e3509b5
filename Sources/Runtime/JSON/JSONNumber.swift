/// A JSON number as exact decimal: `0.digits × 10^point`, without leading or trailing zeros in `digits`.
struct JSONNumber: Equatable, Sendable {
    private(set) var isNegative: Bool
    /// The significant digits, each 0…9. Empty for zero.
    private(set) var digits: [UInt8]
    /// How many digits stand before the decimal point; negative for zeros right after it.
    private(set) var point: Int

    /// Far beyond what any rule takes, and far from overflow.
    private static let farthestPoint = 1 << 40

    /// Reads the text of a number that has been found to be one.
    init(validated text: some Collection<UInt8>) {
        isNegative = false
        digits = []
        point = 0
        var isFraction = false
        var rest = text[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                point += Self.exponent(rest)
                rest = rest[rest.endIndex...]
            default:
                append(byte - UInt8(ascii: "0"), isFraction: isFraction)
            }
        }
        normalise()
    }

    private mutating func append(_ digit: UInt8, isFraction: Bool) {
        if digits.isEmpty, digit == 0 {
            if isFraction { point -= 1 }
        } else {
            digits.append(digit)
            if !isFraction { point += 1 }
        }
    }

    private mutating func normalise() {
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty {
            point = 0
            isNegative = false
        }
    }

    private static func exponent(_ text: some Collection<UInt8>) -> Int {
        var value = 0
        var isNegative = false
        for byte in text {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "+"): break
            default: value = min(value * 10 + Int(byte - UInt8(ascii: "0")), farthestPoint)
            }
        }
        return isNegative ? -value : value
    }
}

extension JSONNumber {
    /// What a number is as an `Int64`.
    enum Integer: Equatable {
        case exact(Int64)
        case fraction
        case tooSmall
        case tooLarge

        var value: Int64? {
            if case .exact(let value) = self { value } else { nil }
        }
    }

    var integer: Integer {
        guard digits.count <= point || digits.isEmpty else { return .fraction }
        guard point <= 19 else { return isNegative ? .tooSmall : .tooLarge }
        // Negative on the way, since the smallest Int64 has no positive counterpart.
        var value: Int64 = 0
        for index in 0..<point {
            let digit = index < digits.count ? Int64(digits[index]) : 0
            let (product, productOverflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, sumOverflow) = product.subtractingReportingOverflow(digit)
            if productOverflow || sumOverflow { return isNegative ? .tooSmall : .tooLarge }
            value = sum
        }
        if isNegative { return .exact(value) }
        return value == .min ? .tooLarge : .exact(-value)
    }
}

extension JSONNumber: Comparable {
    init?(text: String) {
        guard Array(text.utf8).withUnsafeBytes(JSONText.isNumber) else { return nil }
        self.init(validated: text.utf8)
    }

    /// How many digits the plain spelling has after the decimal point.
    var fractionDigits: Int { max(0, digits.count - point) }

    /// How many digits the plain spelling has.
    var plainDigits: Int { max(point, 1) + fractionDigits }

    /// The number without an exponent. Its length follows `point`, so look at that first.
    var plainText: String {
        guard !digits.isEmpty else { return "0" }
        let whole = digits.prefix(max(point, 0))
        var text: [UInt8] = whole + Array(repeating: 0, count: max(0, point - digits.count))
        if text.isEmpty { text = [0] }
        var fraction = Array(repeating: UInt8(0), count: max(0, -point))
        fraction += digits.dropFirst(whole.count)
        let spelled = { (digits: [UInt8]) in String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self) }
        return (isNegative ? "-" : "") + spelled(text) + (fraction.isEmpty ? "" : "." + spelled(fraction))
    }

    static func < (left: JSONNumber, right: JSONNumber) -> Bool {
        guard left.isNegative == right.isNegative else { return left.isNegative }
        return left.isNegative ? right.hasSmallerMagnitude(than: left) : left.hasSmallerMagnitude(than: right)
    }

    private func hasSmallerMagnitude(than other: JSONNumber) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
        if point != other.point { return point < other.point }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
