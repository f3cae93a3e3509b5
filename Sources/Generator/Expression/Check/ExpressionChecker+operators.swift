extension ExpressionChecker {
    func binary(
        _ sign: ExpressionNode.Operator, _ left: ExpressionNode, _ right: ExpressionNode, _ node: ExpressionNode
    ) -> TypedExpression? {
        // Both are looked at, so that what is wrong in either is told.
        let sides = (typed(left), typed(right))
        guard let first = sides.0, let second = sides.1, let meant = TypedExpression.Sign(rawValue: sign.rawValue)
        else {
            return nil
        }
        switch meant {
        case .plus, .minus, .times: return arithmetic(meant, first, second, node)
        default:
            guard let first = converted(first, left, to: second.type),
                let second = converted(second, right, to: first.type)
            else { return nil }
            return comparison(meant, first, second, node)
        }
    }

    private func comparison(
        _ sign: TypedExpression.Sign, _ left: TypedExpression, _ right: TypedExpression, _ node: ExpressionNode
    ) -> TypedExpression? {
        guard left.type.isComparable(with: right.type) else {
            return refuse(
                node, "`\(sign.rawValue)` compares \(left.type.words) with \(right.type.words)",
                help: helpForComparison(left.type, right.type))
        }
        guard left.type.isOrdered || sign == .equal || sign == .unequal else {
            return refuse(
                node, "`\(sign.rawValue)` is for what has an order, and this is \(left.type.words)",
                help: left.type.isText
                    ? "texts are ordered differently in each language: use `==`, `!=` or `in`" : "use `==` or `!=`")
        }
        return TypedExpression(kind: .comparison(sign, left, right), type: .bool)
    }

    private func helpForComparison(_ left: ExpressionType, _ right: ExpressionType) -> String {
        let types = [left, right]
        if types.contains(.date), types.contains(.instant) { return "compare dates with `today()` or another date" }
        if types.contains(.items) { return "count the items of a list: `len(FIELD) > 0`" }
        if types.contains(where: \.isNumber), types.contains(.text) {
            return "write the number without quotes, or count the characters with `len(FIELD)`"
        }
        return "compare values of one type"
    }

    // MARK: Numbers and times

    private func arithmetic(
        _ sign: TypedExpression.Sign, _ left: TypedExpression, _ right: TypedExpression, _ node: ExpressionNode
    ) -> TypedExpression? {
        switch (left.type, right.type) {
        case (.integer, .integer):
            return TypedExpression(kind: .arithmetic(sign, left, right), type: .integer)
        case (.integer, .decimal), (.decimal, .integer), (.decimal, .decimal):
            return TypedExpression(kind: .arithmetic(sign, left, right), type: .decimal)
        case (.date, .duration), (.instant, .duration), (.duration, .duration):
            guard sign != .times else { break }
            return moved(sign, left, right, node)
        case (.date, .date), (.instant, .instant):
            guard sign == .minus, left.isGiven, right.isGiven else { break }
            return TypedExpression(kind: .difference(left, right), type: .duration)
        default: break
        }
        return refuse(
            node, "`\(sign.rawValue)` does not join \(left.type.words) and \(right.type.words)",
            help: "it joins two numbers; a duration can be added to a date or taken from it, once")
    }

    /// Moved once at most, and by a million days at most, so that the result is always a date of Postgres.
    private func moved(
        _ sign: TypedExpression.Sign, _ left: TypedExpression, _ right: TypedExpression, _ node: ExpressionNode
    ) -> TypedExpression? {
        guard left.isGiven, right.isGiven else {
            return refuse(node, "only one duration can be added or taken away", help: "write the sum of both")
        }
        if left.type == .date {
            guard case .duration(let seconds) = right.kind, seconds.isMultiple(of: 86_400) else {
                return refuse(node, "a date moves by whole days", help: "write a duration such as `30d`")
            }
        }
        return TypedExpression(kind: .moved(sign, left, by: right), type: left.type)
    }

    // MARK: Texts that stand for other values

    /// A text in quotes as the value that it is compared with: a date, a UUID, a word of an enum.
    func converted(_ value: TypedExpression, _ node: ExpressionNode, to type: ExpressionType) -> TypedExpression? {
        guard case .text(let text) = value.kind else { return value }
        switch type {
        case .choice(let words):
            guard words.contains(text) else {
                return refuse(
                    node, "`\(Words.shown(text))` is not among the values of the enum",
                    help: Words.help(for: text, among: words, "they are"))
            }
            return value
        case .date where CalendarText.days(text) != nil: return TypedExpression(kind: .date(text), type: .date)
        case .time where CalendarText.isTime(text): return TypedExpression(kind: .time(text), type: .time)
        case .instant where CalendarText.isInstant(text):
            return TypedExpression(kind: .instant(text), type: .instant)
        case .uuid where ValueRule.isUUID(text): return TypedExpression(kind: .uuid(text), type: .uuid)
        case .date: return refuse(node, "this text is not a date", help: "write one such as \"2026-11-01\"")
        case .time: return refuse(node, "this text is not a time of day", help: "write one such as \"08:30\"")
        case .instant:
            return refuse(
                node, "this text is not a date and time with its offset",
                help: "write one such as \"2026-11-01T08:30:00Z\"")
        case .uuid:
            return refuse(
                node, "this text is not a UUID", help: "write one such as \"00000000-0000-0000-0000-000000000000\"")
        case .bool, .integer, .decimal, .text, .duration, .items: return value
        }
    }
}

extension TypedExpression {
    /// A constant.
    var isConstant: Bool {
        switch kind {
        case .bool, .integer, .decimal, .text, .uuid, .date, .time, .instant, .duration: true
        case .negative(let inner): inner.isConstant
        default: false
        }
    }

    /// A constant or a value that is given, not the outcome of a sum.
    fileprivate var isGiven: Bool {
        switch kind {
        case .moved, .difference, .arithmetic: false
        default: true
        }
    }
}
