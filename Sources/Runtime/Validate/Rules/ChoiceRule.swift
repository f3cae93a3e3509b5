/// One of a list of words, byte by byte.
package struct ChoiceRule: Sendable {
    package let choices: [String]
    package let nullable: Bool
    /// The values that a body which makes a record may set.
    package let initial: [String]
    /// What may follow each value, for an enum whose values follow one another; the statement of a change keeps to it.
    package let steps: KeyValuePairs<String, [String]>

    /// - Parameter initial: all of them when it is left out.
    package init(
        of choices: [String], nullable: Bool = false, initial: [String]? = nil,
        steps: KeyValuePairs<String, [String]> = [:]
    ) {
        precondition(!choices.isEmpty, "a choice needs something to choose from")
        self.choices = choices
        self.nullable = nullable
        self.initial = initial ?? choices
        self.steps = steps
    }
}

extension ChoiceRule {
    func check(_ text: String) throws(Finding) -> String {
        try Self.pick(text, of: choices)
    }

    /// The same for the body that makes a record.
    func checkFirst(_ text: String) throws(Finding) -> String {
        try Self.pick(text, of: initial)
    }

    private static func pick(_ text: String, of choices: [String]) throws(Finding) -> String {
        // An enum has few words; to look through them costs less than to hash one.
        for choice in choices where choice.utf8.elementsEqual(text.utf8) { return choice }
        throw Finding(.notAChoice, "must be one of \(choices.joined(separator: ", "))")
    }

    /// The values that `value` may follow.
    func states(before value: String) -> [String] {
        steps.filter { step in step.value.contains { $0.utf8.elementsEqual(value.utf8) } }.map(\.key)
    }
}
