/// One key of a map of the spec language.
package struct LanguageKey: Sendable {
    package let name: String
    package let value: LanguageValue
    package let isRequired: Bool
    /// `false` for a word of the language that the runtime cannot serve yet: it is refused with its place.
    package let isServed: Bool
    /// One line for editors and docs.
    package let description: String
    /// A value as a spec has it.
    package let example: String
    /// Keys of the same map without which this one says nothing.
    package var needs: [String] = []
    /// What to write when the key is required and missing.
    package let remedy: String?

    package static func required(
        _ name: String, _ value: LanguageValue, _ description: String, example: String, remedy: String? = nil
    ) -> Self {
        Self(
            name: name, value: value, isRequired: true, isServed: true, description: description, example: example,
            remedy: remedy)
    }

    package static func optional(
        _ name: String, _ value: LanguageValue, _ description: String, example: String, needs: [String] = []
    ) -> Self {
        Self(
            name: name, value: value, isRequired: false, isServed: true, description: description, example: example,
            needs: needs, remedy: nil)
    }

    /// A word that is read and checked, and then refused: the runtime cannot serve it yet.
    package static func planned(
        _ name: String, _ value: LanguageValue, _ description: String, example: String
    ) -> Self {
        Self(
            name: name, value: value, isRequired: false, isServed: false, description: description, example: example,
            remedy: nil)
    }

    /// Whether nothing reads its value yet.
    package var isLater: Bool { !isServed && example.isEmpty }

    /// A word whose value nothing reads yet.
    package static func later(_ name: String, _ description: String) -> Self {
        Self(
            name: name, value: .literal, isRequired: false, isServed: false, description: description, example: "",
            remedy: nil)
    }
}
