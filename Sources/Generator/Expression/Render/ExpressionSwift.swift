/// An expression as Swift source over `Logic` of the runtime. Every part is an optional: `nil` is NULL or unknown.
package struct ExpressionSwift {
    /// How a value that the expression is given is spelled, as an optional of the type that patches have: `Int64?`,
    /// `String?` for texts, enums and decimals, `Int32?` for dates, microseconds for times.
    package let value: (ExpressionReference) -> String
    /// The microseconds since 2000-01-01T00:00:00Z that `now()` is.
    package let now: String

    package init(now: String = "now", value: @escaping (ExpressionReference) -> String) {
        self.now = now
        self.value = value
    }

    package func text(_ expression: TypedExpression) -> String {
        switch expression.kind {
        case .bool(let value): return value ? "true" : "false"
        case .integer(let digits): return digits
        case .decimal(let digits): return "Logic.number(\"\(digits)\")"
        case .text(let text): return SwiftLiteral.quoted(text)
        case .uuid(let text): return "RecordID(\(SwiftLiteral.quoted(text.lowercased())))"
        case .date(let text): return String(CalendarText.daysSince2000(text))
        case .time(let text): return SwiftLiteral.grouped(CalendarText.microsecondsOfDay(text))
        case .instant(let text): return SwiftLiteral.grouped(CalendarText.microsecondsSince2000(text))
        case .duration(let seconds): return SwiftLiteral.grouped(seconds * 1_000_000)
        case .reference(let reference): return value(reference)
        case .now: return now
        case .today: return "Logic.date(of: \(now))"
        case .length(let inner): return "Logic.\(inner.type == .items ? "count" : "length")(\(text(inner)))"
        case .negative(let inner): return "Logic.negative(\(number(inner)))"
        case .arithmetic(let sign, let left, let right):
            return "Logic.\(Self.sums[sign] ?? "product")(\(number(left)), \(number(right)))"
        case .moved(let sign, let left, let right): return moved(sign, left, right)
        case .difference(let left, let right):
            let (later, earlier) = (text(left), text(right))
            return left.type == .date
                ? "Logic.between(\(later), \(earlier))" : "Logic.moved(\(later), back: \(earlier))"
        case .comparison(let sign, let left, let right): return comparison(sign, left, right)
        case .isOneOf(let left, let items): return isOneOf(left, items)
        case .isNull(let inner): return "Logic.isNull(\(text(inner)))"
        case .not(let inner): return "Logic.not(\(text(inner)))"
        case .and(let left, let right): return "Logic.and(\(text(left)), \(text(right)))"
        case .or(let left, let right): return "Logic.or(\(text(left)), \(text(right)))"
        }
    }

    private static let sums: [TypedExpression.Sign: String] = [.plus: "sum", .minus: "difference", .times: "product"]

    private func moved(_ sign: TypedExpression.Sign, _ left: TypedExpression, _ right: TypedExpression) -> String {
        if left.type == .date, case .duration(let seconds) = right.kind {
            return "Logic.moved(\(text(left)), days: \(sign == .minus ? "-" : "")\(seconds / 86_400))"
        }
        return "Logic.moved(\(text(left)), \(sign == .minus ? "back" : "by"): \(text(right)))"
    }

    /// Only whole numbers without a sum among them are compared as they are.
    private func comparison(
        _ sign: TypedExpression.Sign, _ left: TypedExpression, _ right: TypedExpression
    ) -> String {
        let isExact = left.type.isNumber && !(left.isPlainInteger && right.isPlainInteger)
        let (first, second) = isExact ? (number(left), number(right)) : (text(left), text(right))
        let equal = left.type.isText ? "Logic.equalText" : "Logic.equal"
        return switch sign {
        case .equal: "\(equal)(\(first), \(second))"
        case .unequal: "Logic.not(\(equal)(\(first), \(second)))"
        case .less: "Logic.less(\(first), \(second))"
        case .greater: "Logic.less(\(second), \(first))"
        case .atMost: "Logic.atMost(\(first), \(second))"
        default: "Logic.atMost(\(second), \(first))"
        }
    }

    private func isOneOf(_ left: TypedExpression, _ items: [TypedExpression]) -> String {
        let isExact = left.type.isNumber && !([left] + items).allSatisfy(\.isPlainInteger)
        let name = left.type.isText ? "isOneOfTexts" : "isOneOf"
        let value = isExact ? number(left) : text(left)
        let list = items.map { isExact ? number($0) : text($0) }.joined(separator: ", ")
        let unwrapped = isExact || left.type == .uuid ? "[\(list)].compactMap(\\.self)" : "[\(list)]"
        return "Logic.\(name)(\(value), \(unwrapped))"
    }

    private func number(_ expression: TypedExpression) -> String {
        switch expression.kind {
        case .arithmetic, .negative, .decimal: text(expression)
        default: "Logic.number(\(text(expression)))"
        }
    }
}

extension TypedExpression {
    fileprivate var isPlainInteger: Bool {
        switch kind {
        case .arithmetic, .negative: false
        default: type == .integer
        }
    }
}
