/// An expression as SQL. All that it holds is columns, parameters and constants, and none of it can fail on any value.
package struct ExpressionSQL {
    /// How a value that the expression is given is spelled: a column or a parameter.
    package let value: (ExpressionReference) -> String

    package init(value: @escaping (ExpressionReference) -> String) {
        self.value = value
    }

    /// The columns of a resource.
    /// - Parameter alias: of the table, with its dot: `r.`; empty where the columns stand alone, as in a CHECK.
    package init(columnsOf resource: Contract.Resource, alias: String = "") {
        self.init { reference in
            let fields = resource.fields + resource.internalFields
            return alias + (fields.first { $0.name == reference.name }?.column ?? reference.name)
        }
    }

    package func text(_ expression: TypedExpression) -> String {
        switch expression.kind {
        case .bool(let value): return value ? "true" : "false"
        case .integer(let digits), .decimal(let digits): return digits
        case .text(let text): return SQLLiteral.quoted(text)
        case .uuid(let text): return "\(SQLLiteral.quoted(text))::uuid"
        case .date(let text): return "DATE \(SQLLiteral.quoted(text))"
        case .time(let text): return "TIME \(SQLLiteral.quoted(text))"
        case .instant(let text): return "TIMESTAMPTZ \(SQLLiteral.quoted(text))"
        case .duration(let seconds): return "INTERVAL '\(seconds) seconds'"
        case .reference(let reference): return value(reference)
        case .now: return "now()"
        case .today: return "(now() AT TIME ZONE 'UTC')::date"
        case .length(let inner): return length(inner)
        case .negative(let inner): return "-\(number(inner))"
        case .arithmetic(let sign, let left, let right): return "\(number(left)) \(sign.rawValue) \(number(right))"
        case .moved(let sign, let left, let right): return moved(sign, left, right)
        case .difference(let left, let right): return difference(left, right)
        case .comparison(let sign, let left, let right):
            return "\(operand(left)) \(Self.comparison(sign)) \(operand(right))"
        case .isOneOf(let left, let items):
            return "\(operand(left)) IN (\(items.map(text).joined(separator: ", ")))"
        case .isNull(let inner): return "\(operand(inner)) IS NULL"
        case .not(let inner):
            if case .isNull(let inner) = inner.kind { return "\(operand(inner)) IS NOT NULL" }
            if case .isOneOf(let left, let items) = inner.kind {
                return "\(operand(left)) NOT IN (\(items.map(text).joined(separator: ", ")))"
            }
            return "NOT \(operand(inner))"
        case .and(let left, let right): return "\(operand(left)) AND \(operand(right))"
        case .or(let left, let right): return "\(operand(left)) OR \(operand(right))"
        }
    }

    /// In brackets where it has an operator.
    private func operand(_ expression: TypedExpression) -> String {
        switch expression.kind {
        case .negative, .arithmetic, .moved, .difference, .comparison, .isOneOf, .isNull, .not, .and, .or:
            "(\(text(expression)))"
        default: text(expression)
        }
    }

    /// Of any size: a sum of two BIGINTs may be none, and would be an error.
    private func number(_ expression: TypedExpression) -> String {
        expression.type == .integer ? "\(operand(expression))::numeric" : operand(expression)
    }

    /// A column may hold a JSON value that is no array, in a row that was there before us.
    private func length(_ inner: TypedExpression) -> String {
        let value = text(inner)
        return inner.type == .items
            ? "CASE jsonb_typeof(\(value)) WHEN 'array' THEN jsonb_array_length(\(value)) END" : "char_length(\(value))"
    }

    private func moved(_ sign: TypedExpression.Sign, _ left: TypedExpression, _ right: TypedExpression) -> String {
        if left.type == .date, case .duration(let seconds) = right.kind {
            return "\(operand(left)) \(sign.rawValue) \(seconds / 86_400)"
        }
        return "\(operand(left)) \(sign.rawValue) \(operand(right))"
    }

    /// Dates differ by whole days.
    private func difference(_ left: TypedExpression, _ right: TypedExpression) -> String {
        let difference = "\(operand(left)) - \(operand(right))"
        return left.type == .date ? "(\(difference)) * INTERVAL '1 day'" : difference
    }

    private static func comparison(_ sign: TypedExpression.Sign) -> String {
        switch sign {
        case .equal: "="
        case .unequal: "<>"
        default: sign.rawValue
        }
    }
}
