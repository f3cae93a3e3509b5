extension DiagnosticCode {
    /// 321–325: expressions, and the life of a field.
    var exampleOfExpressions: ExampleSpec? {
        switch self {
        case .expressionSyntax: .seats(wrong: "seats => 1", right: "seats >= 1")
        case .expressionType: .seats(wrong: "seats >= \\\"one\\\"", right: "seats >= 1")
        case .expressionName: .seats(wrong: "seat >= 1", right: "seats >= 1")
        case .erasure:
            .field(
                wrong: "phone: {type: phone, read: user, write: admin, erase: delete}",
                right: "phone: {type: phone, optional: true, read: user, write: admin, erase: delete}")
        case .formerName:
            .field(
                wrong: "nick: {type: string, optional: true, read: user, write: admin, was: [nick]}",
                right: "nick: {type: string, optional: true, read: user, write: admin, was: [alias]}")
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
