/// One node of an expression as it is written, with its place.
struct ExpressionNode: Equatable {
    indirect enum Kind: Equatable {
        case number(String)
        case duration(Int)
        case text(String)
        case bool(Bool)
        /// `age`, `record.age`, `actor.id`
        case name(String)
        case call(String, [ExpressionNode])
        case negative(ExpressionNode)
        case not(ExpressionNode)
        case binary(Operator, ExpressionNode, ExpressionNode)
        case isNull(ExpressionNode, isNegated: Bool)
        case isOneOf(ExpressionNode, [ExpressionNode], isNegated: Bool)
    }

    enum Operator: String, Equatable, Sendable {
        case or, and
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

    let kind: Kind
    /// In Unicode scalars from the start of the expression.
    let range: Range<Int>
    /// Where a complaint about the whole of it points: the operator, where there is one.
    let caret: Int

    init(_ kind: Kind, _ range: Range<Int>, caret: Int? = nil) {
        self.kind = kind
        self.range = range
        self.caret = caret ?? range.lowerBound
    }
}
