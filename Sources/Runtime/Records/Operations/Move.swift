/// A move of a record from one of some states to another, which the spec names.
package struct Move: Sendable {
    /// The operation's name, which its audit event has as the action.
    package let name: String
    /// The JSON name of the field that holds the state.
    package let field: StaticString
    /// The field's place among the record columns.
    package let column: Int
    /// The states that the move may start from.
    package let from: [String]
    /// Moves the record when it is in one of them. Parameters: key, expected version or NULL, actor, request id,
    /// detail.
    package let statement: Statement

    package init(name: String, field: StaticString, column: Int, from: [String], statement: Statement) {
        self.name = name
        self.field = field
        self.column = column
        self.from = from
        self.statement = statement
    }
}

extension Move {
    /// 409: the record is in a state that the move does not start from. Tells the states that it does, which the
    /// contract tells anyway, and not the one that it is in, which the caller may not see.
    var illegal: Problem {
        let states = from.joined(separator: ", ")
        let issue = Issue(
            pointer: "/" + field.description, code: "illegal_transition",
            message: "must be \(from.count == 1 ? states : "one of \(states)") for this")
        return .conflict(
            code: "illegal_transition", title: "The record is in a state that this operation does not start from.",
            detail: "It starts from \(states).", issues: [issue])
    }
}
