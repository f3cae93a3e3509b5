/// An expression that means something: every name resolved, every type checked, without places. It is part of the
/// contract.
///
/// Compile it with `TypedExpression.compile`, and render it with `ExpressionSQL` or `ExpressionSwift`. Both give the same
/// verdict, with the three values of SQL's logic: what is compared with null is unknown, and a condition that is unknown
/// holds no more than a false one, while a check passes unless it is false.
package struct TypedExpression: Equatable, Sendable {
    package indirect enum Kind: Equatable, Sendable {
        case bool(Bool)
        /// Digits that an `Int64` holds.
        case integer(String)
        case decimal(String)
        case text(String)
        case uuid(String)
        /// As the spec writes them: `2026-11-01`, `08:30:00`, `2026-11-01T08:30:00Z`.
        case date(String)
        case time(String)
        case instant(String)
        /// In seconds.
        case duration(Int)
        case reference(ExpressionReference)
        case now
        /// The date, UTC.
        case today
        /// Of a text in Unicode scalars, of a list in items.
        case length(TypedExpression)
        case negative(TypedExpression)
        /// `+`, `-` or `*` of two numbers.
        case arithmetic(Sign, TypedExpression, TypedExpression)
        /// A date, a date and time or a duration, and a duration that is added or taken away.
        case moved(Sign, TypedExpression, by: TypedExpression)
        /// The duration between two dates, or two dates and times.
        case difference(TypedExpression, TypedExpression)
        case comparison(Sign, TypedExpression, TypedExpression)
        /// A value and constants of its type.
        case isOneOf(TypedExpression, [TypedExpression])
        case isNull(TypedExpression)
        case not(TypedExpression)
        case and(TypedExpression, TypedExpression)
        case or(TypedExpression, TypedExpression)
    }

    /// The signs of the language.
    package enum Sign: String, Equatable, Sendable {
        case equal = "=="
        case unequal = "!="
        case less = "<"
        case atMost = "<="
        case greater = ">"
        case atLeast = ">="
        case plus = "+"
        case minus = "-"
        case times = "*"
    }

    package let kind: Kind
    package let type: ExpressionType
}

/// A value that an expression is given.
package struct ExpressionReference: Equatable, Sendable {
    package enum Root: Equatable, Sendable {
        /// A field of the record, an internal one too, or one of its timestamps.
        case field
        /// Who asks.
        case actor
        /// What an operation is given.
        case input
    }

    package let root: Root
    package let name: String

    package init(_ root: Root, _ name: String) {
        self.root = root
        self.name = name
    }
}

extension TypedExpression {
    /// Reads and checks an expression; `nil` after findings, whose places are inside of the text.
    /// - Parameter expected: the type that it must have; `nil` when any will do.
    package static func compile(
        _ text: Located<String>, _ scope: ExpressionScope, expecting expected: ExpressionType? = .bool,
        _ findings: Findings
    ) -> TypedExpression? {
        let node: ExpressionNode
        do {
            node = try ExpressionParser.parse(text.value)
        } catch {
            findings.error(
                .expressionSyntax, at: findings.span(of: error.offset..<error.offset + 1, in: text), error.message,
                help: error.help)
            return nil
        }
        let checker = ExpressionChecker(text: text, scope: scope, findings: findings)
        guard let typed = checker.typed(node) else { return nil }
        guard let expected, !typed.type.isComparable(with: expected) else { return typed }
        checker.error(
            .expressionType, node, "this is \(typed.type.words), and \(expected.words) is wanted",
            help: expected == .bool ? "compare it with something" : "write another expression")
        return nil
    }

    /// The values that it is given, each once, in the order in which they are written.
    package var references: [ExpressionReference] {
        var found: [ExpressionReference] = []
        visit { if case .reference(let reference) = $0.kind, !found.contains(reference) { found.append(reference) } }
        return found
    }

    /// Whether the verdict depends on when it is asked for.
    package var readsClock: Bool {
        var reads = false
        visit { if $0.kind == .now || $0.kind == .today { reads = true } }
        return reads
    }

    private func visit(_ body: (TypedExpression) -> Void) {
        body(self)
        for part in parts { part.visit(body) }
    }

    private var parts: [TypedExpression] {
        switch kind {
        case .bool, .integer, .decimal, .text, .uuid, .date, .time, .instant, .duration, .reference, .now, .today: []
        case .length(let part), .negative(let part), .isNull(let part), .not(let part): [part]
        case .arithmetic(_, let left, let right), .moved(_, let left, by: let right), .difference(let left, let right),
            .comparison(_, let left, let right), .and(let left, let right), .or(let left, let right):
            [left, right]
        case .isOneOf(let left, let items): [left] + items
        }
    }
}
