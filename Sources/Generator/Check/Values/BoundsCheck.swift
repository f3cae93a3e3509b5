/// `min` and `max` are for numbers, are written as the type's values are, and leave some value possible.
struct BoundsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for value in spec.typedValues where value.typeIsKnown {
            let bounds = [("min", value.rules.minimum), ("max", value.rules.maximum)]
            let written = bounds.compactMap { name, bound in bound.map { (name, $0) } }
            if value.type.value.isCollection {
                counts(written, findings)
            }
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
        case .duration:
            if case .string(let text) = bound.value, let length = DurationText.microseconds(text) {
                return DecimalText(String(length))
            }
            malformed(name, bound, "a duration, as the field is", "write `\(name): PT30M` or `\(name): P7D`", findings)
        case .list, .entries:
            if case .integer(let count) = bound.value, count >= 0 { return DecimalText(String(count)) }
            malformed(name, bound, "a number of items", "write `\(name): 10`", findings)
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

    /// A list is kept in one row and read whole.
    private func counts(_ written: [(String, Located<Spec.Literal>)], _ findings: Findings) {
        for (name, bound) in written {
            guard case .integer(let count) = bound.value, count > Spec.FieldType.mostItems else { continue }
            findings.error(
                .outOfRange, at: bound.mark, "`\(name)` is at most \(Spec.FieldType.mostItems) items",
                help: "make a resource of what there are more of")
        }
        guard written.count == 1, written[0].0 == "min", case .integer(let count) = written[0].1.value,
            count > Spec.FieldType.usualItems
        else { return }
        findings.error(
            .impossibleRange, at: written[0].1.mark, "there are at most \(Spec.FieldType.usualItems) items",
            help: "write `max` too")
    }

    /// Whether `min` and `max` say something about values of the type today.
    static func hasBounds(_ type: Spec.FieldType) -> Bool {
        switch type {
        case .int, .decimal, .duration, .list, .entries: true
        default: false
        }
    }

    private func malformed(
        _ name: String, _ bound: Located<Spec.Literal>, _ what: String, _ help: String, _ findings: Findings
    ) {
        findings.error(.malformedValue, at: bound.mark, "`\(name)` is not \(what)", help: help)
    }
}

extension Spec.FieldType {
    /// How many items a list or a map has at most, when the spec says nothing, and the most that it may say.
    static let usualItems = 100
    static let mostItems = 1_000

    var isCollection: Bool {
        switch self {
        case .list, .entries: true
        default: false
        }
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
