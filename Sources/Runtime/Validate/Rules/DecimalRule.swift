/// What a decimal number must be: at most `precision` digits, `scale` of them after the point, as Postgres's `numeric(p, s)`. Zeros at the end
/// of the fraction do not count.
package struct DecimalRule: Sendable {
    package let precision: Int
    package let scale: Int
    package let nullable: Bool
    private let minimum: JSONNumber?
    private let maximum: JSONNumber?

    /// - Parameters:
    ///   - minimum: as JSON number text, such as `-0.5`. Traps for anything else.
    ///   - maximum: the same.
    package init(
        precision: Int, scale: Int, minimum: String? = nil, maximum: String? = nil, nullable: Bool = false
    ) {
        precondition(
            precision > 0 && scale >= 0 && scale <= precision, "a decimal has a precision that holds its scale")
        self.precision = precision
        self.scale = scale
        self.nullable = nullable
        self.minimum = minimum.map(Self.bound)
        self.maximum = maximum.map(Self.bound)
    }

    private static func bound(_ text: String) -> JSONNumber {
        guard let number = JSONNumber(text: text) else { preconditionFailure("\(text) is not a JSON number") }
        return number
    }
}

extension DecimalRule {
    /// The number's one spelling: no exponent, no leading zeros, no zeros at the end of the fraction, no `-0`.
    func check(_ number: JSONNumber) throws(Finding) -> String {
        if let minimum, number < minimum {
            throw Finding(.tooSmall, "must be at least \(minimum.plainText)", limit: minimum.integer.value)
        }
        if let maximum, maximum < number {
            throw Finding(.tooLarge, "must be at most \(maximum.plainText)", limit: maximum.integer.value)
        }
        guard number.point <= precision - scale else {
            throw Finding(
                number.isNegative ? .tooSmall : .tooLarge,
                "must have at most \(precision - scale) digits before the decimal point")
        }
        guard number.fractionDigits <= scale else {
            throw Finding(
                .tooPrecise, "must have at most \(scale) digits after the decimal point", limit: Int64(scale))
        }
        return number.plainText
    }
}
