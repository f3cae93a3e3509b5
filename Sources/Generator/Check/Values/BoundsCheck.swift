/// `min` and `max` are for numbers, are written as the type's values are, and leave some value possible.
struct BoundsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for value in spec.typedValues where value.typeIsKnown {
            let bounds = [("min", value.rules.minimum), ("max", value.rules.maximum)]
            let written = bounds.compactMap { name, bound in bound.map { (name, $0) } }
            let numbers = written.compactMap { number($0.0, $0.1, value.type.value, findings) }
            guard numbers.count == 2, written.count == 2, numbers[1] < numbers[0] else { continue }
            findings.error(
                .impossibleRange, at: written[0].1.mark, "`min` is above `max`", help: "exchange the two",
                notes: [Related("`max` is here", at: written[1].1.mark)])
        }
    }

    private func number(
        _ name: String, _ bound: Located<Spec.Literal>, _ type: Spec.FieldType, _ findings: Findings
    ) -> DecimalText? {
        switch type {
        case .int:
            if case .integer(let value) = bound.value { return DecimalText(String(value)) }
            malformed(name, bound, "a whole number, as the field is", "write `\(name): 10`", findings)
        case .decimal(let precision, let scale):
            let number = bound.value.digits.flatMap { DecimalText($0) }
            if let number, number.fits(precision: precision, scale: scale) { return number }
            malformed(
                name, bound, "a number of \(precision) digits, \(scale) of them after the point",
                "write `\(name): 10`, or give the field more digits", findings)
        case .date, .time, .datetime:
            findings.error(
                .notServedYet, at: bound.mark, "`\(name)` for the type `\(type.word)` is not served yet",
                help: "remove it for now")
        default:
            findings.error(
                .ruleNeedsOtherType, at: bound.mark, "`\(name)` is for numbers, not for `\(type.word)`",
                help: type.textLimits == nil ? "remove `\(name)`" : "bound a text by `length`")
        }
        return nil
    }

    /// Whether `min` and `max` say something about values of the type today.
    static func isNumber(_ type: Spec.FieldType) -> Bool {
        switch type {
        case .int, .decimal: true
        default: false
        }
    }

    private func malformed(
        _ name: String, _ bound: Located<Spec.Literal>, _ what: String, _ help: String, _ findings: Findings
    ) {
        findings.error(.malformedValue, at: bound.mark, "`\(name)` is not \(what)", help: help)
    }
}

extension Spec.Literal {
    /// The digits of a number; `nil` for other values.
    var digits: String? {
        switch self {
        case .integer(let value): String(value)
        case .decimal(let text): text
        default: nil
        }
    }
}
