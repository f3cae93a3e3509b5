/// What stands behind a key of the spec language.
package indirect enum LanguageValue: Sendable {
    /// A single value, taken as text whatever it looks like.
    case text
    /// A text of a form of its own.
    case form(TextForm)
    case integer(ClosedRange<Int>)
    case flag
    case word([String])
    /// Roles and owners' choices: `admin`, `[self, {visibility: email}]`, `none`.
    case access
    /// The name of something that is elsewhere in the spec.
    case mention(Mention)
    /// A value of whatever type it looks like.
    case literal
    case list(LanguageValue, atLeast: Int = 0)
    /// A list of exactly two.
    case pair(LanguageValue)
    /// A list, or one item that stands for a list of one.
    case oneOrMany(LanguageValue, atLeast: Int = 0)
    /// A map whose keys are names that the spec's author chooses, such as "field", or another text of one form.
    case named(String, LanguageValue, atLeast: Int = 0, form: TextForm = .name)
    /// A map with keys of its own. A function, since maps may hold themselves: the shape of a `json` in a shape.
    case nested(@Sendable () -> LanguageMap)
    case either([LanguageValue])

    package enum Mention: String, Sendable {
        case field, resource, role
        /// A field that is set, not shown.
        case written = "field to set"
        /// A field by which figures are grouped, or `day(FIELD)`.
        case grouping = "field to group by"
        /// `RESOURCE.completion`
        case completion = "completion"
        /// `RESOURCE.EVENT`
        case event
    }

    /// One of the words of an enumeration.
    package static func word<Word>(_: Word.Type) -> Self where Word: RawRepresentable<String> & CaseIterable {
        .word(Word.allCases.map(\.rawValue))
    }

    package static func map(_ map: @autoclosure @escaping @Sendable () -> LanguageMap) -> Self {
        .nested(map)
    }
}
