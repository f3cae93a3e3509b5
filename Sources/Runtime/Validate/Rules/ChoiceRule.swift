/// One of a list of words, byte by byte.
package struct ChoiceRule: Sendable {
    package let choices: [String]
    package let nullable: Bool

    package init(of choices: [String], nullable: Bool = false) {
        precondition(!choices.isEmpty, "a choice needs something to choose from")
        self.choices = choices
        self.nullable = nullable
    }
}

extension ChoiceRule {
    func check(_ text: String) throws(Finding) -> String {
        // An enum has few words; to look through them costs less than to hash one.
        for choice in choices where choice.utf8.elementsEqual(text.utf8) { return choice }
        throw Finding(.notAChoice, "must be one of \(choices.joined(separator: ", "))")
    }
}
