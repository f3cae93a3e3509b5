/// Gives every part of an expression its type, and says where types do not fit. `nil` after a finding.
struct ExpressionChecker {
    let text: Located<String>
    let scope: ExpressionScope
    let findings: Findings

    func typed(_ node: ExpressionNode) -> TypedExpression? {
        switch node.kind {
        case .number(let digits): Self.number(digits)
        case .duration(let seconds): TypedExpression(kind: .duration(seconds), type: .duration)
        case .text(let text): TypedExpression(kind: .text(text), type: .text)
        case .bool(let value): TypedExpression(kind: .bool(value), type: .bool)
        case .name(let name): reference(name, node)
        case .call(let name, let arguments): call(name, arguments, node)
        case .negative(let inner): negative(inner, node)
        case .not(let inner): condition(inner, of: "not").map { TypedExpression(kind: .not($0), type: .bool) }
        case .binary(.and, let left, let right): both(left, right, "and") { .and($0, $1) }
        case .binary(.or, let left, let right): both(left, right, "or") { .or($0, $1) }
        case .binary(let sign, let left, let right): binary(sign, left, right, node)
        case .isNull(let inner, let isNegated): isNull(inner, isNegated)
        case .isOneOf(let left, let items, let isNegated): isOneOf(left, items, isNegated, node)
        }
    }

    // MARK: Values

    private static func number(_ digits: String) -> TypedExpression {
        Int64(digits) == nil || digits.utf8.contains(UInt8(ascii: "."))
            ? TypedExpression(kind: .decimal(digits), type: .decimal)
            : TypedExpression(kind: .integer(plain(digits)), type: .integer)
    }

    /// Without zeros at the start, which Swift and SQL read but nobody writes.
    private static func plain(_ digits: String) -> String { Int64(digits).map(String.init) ?? digits }

    private func reference(_ name: String, _ node: ExpressionNode) -> TypedExpression? {
        switch scope.meaning(of: name) {
        case .value(let reference, let type): return TypedExpression(kind: .reference(reference), type: type)
        case .closed(let reason):
            error(.expressionType, node, reason, help: "leave it out of the expression")
        case nil:
            // Each field is there as `age`, too.
            let isLong = name.hasPrefix("record.")
            let names = scope.names.map(\.name).filter { isLong || !$0.hasPrefix("record.") }
            error(
                .expressionName, node, "there is no `\(Words.shown(name))` here",
                help: Words.help(for: name, among: names, "an expression can use"))
        }
        return nil
    }

    private func call(_ name: String, _ arguments: [ExpressionNode], _ node: ExpressionNode) -> TypedExpression? {
        switch name {
        case "now", "today":
            guard arguments.isEmpty else {
                return refuse(node, "`\(name)` is given nothing", help: "write `\(name)()`")
            }
            if let reason = scope.clockIsClosed {
                return refuse(node, reason, help: "compare with a fixed date, or with another field")
            }
            return TypedExpression(kind: name == "now" ? .now : .today, type: name == "now" ? .instant : .date)
        case "len":
            guard arguments.count == 1 else {
                return refuse(node, "`len` is given one value", help: "write `len(FIELD)`")
            }
            guard let argument = typed(arguments[0]) else { return nil }
            guard argument.type.isText || argument.type == .items else {
                return refuse(
                    arguments[0], "`len` counts characters or items, and this is \(argument.type.words)",
                    help: "give it a text or a list")
            }
            return TypedExpression(kind: .length(argument), type: .integer)
        default:
            error(
                .expressionName, node, "there is no function `\(Words.shown(name))`",
                help: Words.help(for: name, among: ["len", "now", "today"], "the functions are"))
            return nil
        }
    }

    private func negative(_ inner: ExpressionNode, _ node: ExpressionNode) -> TypedExpression? {
        guard let operand = typed(inner) else { return nil }
        guard operand.type.isNumber else {
            return refuse(node, "`-` is for numbers, and this is \(operand.type.words)", help: "remove the `-`")
        }
        return TypedExpression(kind: .negative(operand), type: operand.type)
    }

    // MARK: Conditions

    private func condition(_ node: ExpressionNode, of word: String) -> TypedExpression? {
        guard let condition = typed(node) else { return nil }
        guard condition.type == .bool else {
            return refuse(
                node, "`\(word)` is for conditions, and this is \(condition.type.words)",
                help: "compare it with something")
        }
        return condition
    }

    private func both(
        _ left: ExpressionNode, _ right: ExpressionNode, _ word: String,
        _ kind: (TypedExpression, TypedExpression) -> TypedExpression.Kind
    ) -> TypedExpression? {
        // Both are looked at, so that both are told.
        let sides = (condition(left, of: word), condition(right, of: word))
        guard let left = sides.0, let right = sides.1 else { return nil }
        return TypedExpression(kind: kind(left, right), type: .bool)
    }

    private func isNull(_ inner: ExpressionNode, _ isNegated: Bool) -> TypedExpression? {
        guard let operand = typed(inner) else { return nil }
        let test = TypedExpression(kind: .isNull(operand), type: .bool)
        return isNegated ? TypedExpression(kind: .not(test), type: .bool) : test
    }

    private func isOneOf(
        _ left: ExpressionNode, _ items: [ExpressionNode], _ isNegated: Bool, _ node: ExpressionNode
    ) -> TypedExpression? {
        guard let value = typed(left) else { return nil }
        let constants = items.compactMap { item -> TypedExpression? in
            guard let constant = typed(item).flatMap({ converted($0, item, to: value.type) }) else { return nil }
            guard constant.isConstant else {
                return refuse(item, "a list holds constants", help: "compare with `==` and join by `or`")
            }
            guard value.type.isComparable(with: constant.type) else {
                return refuse(
                    item, "this is \(constant.type.words), and the left side is \(value.type.words)",
                    help: "write constants of its type")
            }
            return constant
        }
        guard constants.count == items.count else { return nil }
        let test = TypedExpression(kind: .isOneOf(value, constants), type: .bool)
        return isNegated ? TypedExpression(kind: .not(test), type: .bool) : test
    }

    // MARK: Findings

    func error(_ code: DiagnosticCode, _ node: ExpressionNode, _ message: String, help: String) {
        let range = node.caret == node.range.lowerBound ? node.range : node.caret..<node.caret + 1
        findings.error(code, at: findings.span(of: range, in: text), message, help: help)
    }

    func refuse(_ node: ExpressionNode, _ message: String, help: String) -> TypedExpression? {
        error(.expressionType, node, message, help: help)
        return nil
    }
}
