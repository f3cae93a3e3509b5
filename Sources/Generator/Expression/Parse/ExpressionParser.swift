/// Reads an expression by recursive descent, the loosest operators first:
/// ```
/// or         = and {"or" and}
/// and        = not {"and" not}
/// not        = "not" not | comparison
/// comparison = sum [("==" | "!=" | "<" | "<=" | ">" | ">=") sum | ["not"] "in" list | "is" ["not"] "null"]
/// sum        = product {("+" | "-") product}
/// product    = unary {"*" unary}
/// unary      = "-" unary | value | name {"." name} | name "(" arguments ")" | "(" or ")"
/// ```
/// Comparisons do not chain: `a < b < c` is refused.
struct ExpressionParser {
    static let maximumDepth = 32
    static let maximumNodes = 200

    private let tokens: [ExpressionToken]
    private var position = 0
    private var depth = 0
    private var nodes = 0

    static func parse(_ text: String) throws(ExpressionFault) -> ExpressionNode {
        var parser = Self(tokens: try ExpressionLexer.tokens(text))
        let node = try parser.or()
        guard case .end = parser.token.kind else {
            throw parser.unexpected("an operator or the end", help: parser.helpForRest)
        }
        return node
    }

    private init(tokens: [ExpressionToken]) {
        self.tokens = tokens
    }

    // MARK: Levels

    private mutating func or() throws(ExpressionFault) -> ExpressionNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            throw ExpressionFault(
                offset: token.range.lowerBound, message: "nested deeper than \(Self.maximumDepth) levels",
                help: "make several checks of it")
        }
        var left = try and()
        while take(word: "or") { left = try binary(.or, left, try and()) }
        return left
    }

    private mutating func and() throws(ExpressionFault) -> ExpressionNode {
        var left = try not()
        while take(word: "and") { left = try binary(.and, left, try not()) }
        return left
    }

    private mutating func not() throws(ExpressionFault) -> ExpressionNode {
        var places: [Int] = []
        while take(word: "not") { places.append(previous.range.lowerBound) }
        var node = try comparison()
        for place in places.reversed() { node = try self.node(.not(node), place..<node.range.upperBound) }
        return node
    }

    private mutating func comparison() throws(ExpressionFault) -> ExpressionNode {
        let left = try sum()
        let place = token.range.lowerBound
        if take(word: "is") {
            let isNegated = take(word: "not")
            guard take(word: "null") else { throw unexpected("`null`", help: "write `is null` or `is not null`") }
            return try node(.isNull(left, isNegated: isNegated), left.range.lowerBound..<end, caret: place)
        }
        let isNegated = next(is: "in") && take(word: "not")
        if take(word: "in") {
            return try node(
                .isOneOf(left, try list(), isNegated: isNegated), left.range.lowerBound..<end, caret: place)
        }
        guard let sign = takeComparison() else { return left }
        let node = try binary(sign, left, try sum(), caret: place)
        let again = token.range.lowerBound
        if takeComparison() != nil {
            throw ExpressionFault(
                offset: again, message: "comparisons do not chain", help: "join two of them with `and`")
        }
        return node
    }

    private mutating func sum() throws(ExpressionFault) -> ExpressionNode {
        var left = try product()
        while let sign = take(oneOf: [.plus, .minus]) {
            let place = previous.range.lowerBound
            left = try binary(sign, left, try product(), caret: place)
        }
        return left
    }

    private mutating func product() throws(ExpressionFault) -> ExpressionNode {
        var left = try unary()
        while take(sign: "*") {
            let place = previous.range.lowerBound
            left = try binary(.times, left, try unary(), caret: place)
        }
        return left
    }

    private mutating func unary() throws(ExpressionFault) -> ExpressionNode {
        var places: [Int] = []
        while take(sign: "-") { places.append(previous.range.lowerBound) }
        var node = try value()
        for place in places.reversed() { node = try self.node(.negative(node), place..<node.range.upperBound) }
        return node
    }

    // MARK: Values

    private mutating func value() throws(ExpressionFault) -> ExpressionNode {
        let token = token
        position += 1
        switch token.kind {
        case .number(let digits): return try node(.number(digits), token.range)
        case .duration(let seconds): return try node(.duration(seconds), token.range)
        case .text(let text): return try node(.text(text), token.range)
        case .word("true"): return try node(.bool(true), token.range)
        case .word("false"): return try node(.bool(false), token.range)
        case .word("null"):
            throw ExpressionFault(
                offset: token.range.lowerBound, message: "`null` equals nothing, itself neither",
                help: "write `FIELD is null` or `FIELD is not null`")
        case .word(let word) where !Self.words.contains(word): return try name(word, token)
        case .sign("("):
            let inner = try or()
            guard take(sign: ")") else { throw unexpected("`)`", help: "close the bracket") }
            return inner
        default:
            position -= 1
            throw unexpected("a value", help: "write a field, a number, a text in quotes, or a bracket")
        }
    }

    private mutating func name(_ word: String, _ start: ExpressionToken) throws(ExpressionFault) -> ExpressionNode {
        if take(sign: "(") {
            let arguments = try items(until: ")")
            return try node(.call(word, arguments), start.range.lowerBound..<end)
        }
        var path = word
        while take(sign: ".") {
            guard case .word(let part) = token.kind else { throw unexpected("a name", help: "write `record.FIELD`") }
            position += 1
            path += "." + part
        }
        return try node(.name(path), start.range.lowerBound..<end)
    }

    private mutating func list() throws(ExpressionFault) -> [ExpressionNode] {
        guard take(sign: "[") || take(sign: "(") else {
            throw unexpected("a list", help: "write `in [\"first\", \"second\"]`")
        }
        let closing = previous.kind == .sign("[") ? "]" : ")"
        let start = previous.range.lowerBound
        let items = try items(until: closing)
        guard !items.isEmpty else {
            throw ExpressionFault(offset: start, message: "nothing is in an empty list", help: "write what may be")
        }
        return items
    }

    private mutating func items(until closing: String) throws(ExpressionFault) -> [ExpressionNode] {
        var items: [ExpressionNode] = []
        if take(sign: closing) { return items }
        repeat { items.append(try or()) } while take(sign: ",")
        guard take(sign: closing) else { throw unexpected("`,` or `\(closing)`", help: "close the list") }
        return items
    }
}

// MARK: Tokens

extension ExpressionParser {
    private static let words: Set<String> = ["and", "or", "not", "in", "is", "null", "true", "false"]
    private static let comparisons: [ExpressionNode.Operator] = [
        .equal, .unequal, .less, .atMost, .greater, .atLeast,
    ]

    private var token: ExpressionToken { tokens[position] }
    private var previous: ExpressionToken { tokens[position - 1] }
    private var end: Int { previous.range.upperBound }

    private func next(is word: String) -> Bool {
        position + 1 < tokens.count && tokens[position + 1].kind == .word(word)
    }

    private mutating func take(word: String) -> Bool { take(.word(word)) }
    private mutating func take(sign: String) -> Bool { take(.sign(sign)) }

    private mutating func take(_ kind: ExpressionToken.Kind) -> Bool {
        guard token.kind == kind else { return false }
        position += 1
        return true
    }

    private mutating func take(oneOf signs: [ExpressionNode.Operator]) -> ExpressionNode.Operator? {
        signs.first { take(sign: $0.rawValue) }
    }

    private mutating func takeComparison() -> ExpressionNode.Operator? { take(oneOf: Self.comparisons) }

    private mutating func binary(
        _ sign: ExpressionNode.Operator, _ left: ExpressionNode, _ right: ExpressionNode, caret: Int? = nil
    ) throws(ExpressionFault) -> ExpressionNode {
        try node(.binary(sign, left, right), left.range.lowerBound..<right.range.upperBound, caret: caret)
    }

    private mutating func node(
        _ kind: ExpressionNode.Kind, _ range: Range<Int>, caret: Int? = nil
    ) throws(ExpressionFault) -> ExpressionNode {
        nodes += 1
        guard nodes <= Self.maximumNodes else {
            throw ExpressionFault(
                offset: range.lowerBound, message: "an expression has at most \(Self.maximumNodes) parts",
                help: "make several checks of it")
        }
        return ExpressionNode(kind, range, caret: caret)
    }

    private func unexpected(_ wanted: String, help: String) -> ExpressionFault {
        ExpressionFault(
            offset: token.range.lowerBound, message: "\(wanted) is missing here, before \(token.shown)", help: help)
    }

    /// For words of other languages where an operator belongs.
    private var helpForRest: String {
        guard case .word(let word) = token.kind else { return "join two conditions with `and` or `or`" }
        let meant = ["AND": "and", "OR": "or", "IS": "is", "IN": "in", "NOT": "not", "between": ">=", "like": "=="]
        return meant[word].map { "write `\($0)`" } ?? "join two conditions with `and` or `or`"
    }
}
