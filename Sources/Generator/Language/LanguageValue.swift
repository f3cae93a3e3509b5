/// What stands behind a key of the spec language.
package indirect enum LanguageValue: Sendable {
    /// A single value, taken as text whatever it looks like.
    case text
    /// A text of a form of its own.
    case form(TextForm)
    case integer
    case flag
    case word([String])
    /// Roles and owners' choices: `admin`, `[self, {visibility: email}]`, `none`.
    case access
    /// A value of whatever type it looks like.
    case literal
    case list(LanguageValue)
    /// A list, or one item that stands for a list of one.
    case oneOrMany(LanguageValue)
    /// A map whose keys are names that the spec's author chooses, such as "field".
    case named(String, LanguageValue)
    /// A map with keys of its own. A function, since maps may hold themselves: the shape of a `json` in a shape.
    case nested(@Sendable () -> LanguageMap)
    case either([LanguageValue])

    /// One of the words of an enumeration.
    package static func word<Word>(_: Word.Type) -> Self where Word: RawRepresentable<String> & CaseIterable {
        .word(Word.allCases.map(\.rawValue))
    }

    package static func map(_ map: @autoclosure @escaping @Sendable () -> LanguageMap) -> Self {
        .nested(map)
    }
}

/// A form that texts of a spec have: in words for the docs, and as a pattern for editors (ECMA 262).
package struct TextForm: Sendable {
    package let words: String
    package let pattern: String

    /// `1..100`, `..2000`, `3..` or `5`
    static let length = TextForm(
        words: "length", pattern: #"^((0|[1-9][0-9]*)(\.\.(0|[1-9][0-9]*)?)?|\.\.(0|[1-9][0-9]*))$"#)
    /// `60s`, `30d`
    static let duration = TextForm(words: "duration", pattern: "^(0|[1-9][0-9]*)[smhd]$")
    static let date = TextForm(words: "date", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
}
