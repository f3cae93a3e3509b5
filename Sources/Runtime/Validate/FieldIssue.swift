/// What a function by hand has against a value: an issue that does not know its place yet.
package struct FieldIssue: Equatable, Sendable {
    /// A stable word for programs: `reserved_name`.
    package var code: String
    /// A sentence for people, without the value.
    package var message: String

    package init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}

extension [Issue] {
    /// Adds what the function has against the value, when a body gives one that keeps the field's own rules.
    package mutating func add<Value>(_ function: (Value) -> FieldIssue?, _ change: Change<Value>, at pointer: String) {
        guard let issue = change.value.flatMap(function) else { return }
        append(Issue(pointer: pointer, code: issue.code, message: issue.message))
    }
}
