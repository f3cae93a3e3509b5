/// A value that a body sets of an enum whose values follow one another, as the spec's `transitions:` say.
package struct StateStep: Sendable {
    /// The JSON name of the field.
    let field: StaticString
    /// The field's place among the record columns.
    let column: Int
    let value: Change<String>
    let rule: ChoiceRule

    package init(_ field: StaticString, column: Int, to value: Change<String>, _ rule: ChoiceRule) {
        self.field = field
        self.column = column
        self.value = value
        self.rule = rule
    }
}

extension StateStep {
    /// Whether the statement of the change lets it through: what it says in SQL, of the row as it is.
    func isLegal(in row: Row) -> Bool {
        guard case .value(let value) = value, let state = row.string(column) else { return true }
        return state.utf8.elementsEqual(value.utf8) || rule.states(before: value).contains(state)
    }

    /// 409: the record is in a state that the value does not follow. Tells the states that it follows, which the contract
    /// tells anyway, and not the one that the record is in, which the caller may not see.
    var illegal: Problem {
        guard case .value(let value) = value else { return .internalError }
        let before = rule.states(before: value)
        let rest = before.isEmpty ? "follows no other value" : "follows \(before.joined(separator: ", ")) only"
        return .conflict(
            code: "illegal_transition", title: "The record is in a state that this value does not follow.",
            issues: [
                Issue(
                    pointer: "/" + field.description, code: "illegal_transition",
                    message: "cannot become \(value) now, which \(rest)")
            ])
    }
}
