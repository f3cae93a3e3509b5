extension DiagnosticCode {
    /// 321–323: expressions.
    var exampleOfExpressions: ExampleSpec? {
        switch self {
        case .expressionSyntax: .seats(wrong: "seats => 1", right: "seats >= 1")
        case .expressionType: .seats(wrong: "seats >= \\\"one\\\"", right: "seats >= 1")
        case .expressionName: .seats(wrong: "seat >= 1", right: "seats >= 1")
        default: nil
        }
    }
}

extension ExampleSpec {
    fileprivate static func seats(wrong: String, right: String) -> Self {
        func field(_ check: String) -> String {
            "seats: {type: int, optional: true, read: user, write: admin, check: \"\(check)\"}"
        }
        return .field(wrong: field(wrong), right: field(right))
    }
}
