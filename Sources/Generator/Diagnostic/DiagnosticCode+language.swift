extension DiagnosticCode {
    /// 200–299: the words are not those of the language.
    var textOfLanguage: (title: String, explanation: String) {
        switch self {
        case .unknownKey:
            (
                "an unknown key",
                "A key that nothing reads would be a rule that nobody keeps, so it is an error. The finding names the key that\nwas probably meant, or all that are allowed there."
            )
        case .missingKey:
            ("a missing key", "The map needs a key that it has not. The place is that of the map.")
        case .wrongShape:
            (
                "a value of the wrong shape",
                "A map stands where a list or a single value belongs, or the other way round, or nothing stands there."
            )
        case .malformedValue:
            (
                "a value that cannot be read",
                "The value is not written as its kind is: whole numbers as `12`, booleans as `true`, lengths as `1..100`,\ndurations as `60s`, dates as `2026-11-01`, paths as `/users/{id}`."
            )
        case .unknownWord:
            ("an unknown word", "Only a few words are possible here, and this is none of them.")
        case .notServedYet:
            (
                "not served yet",
                "The word belongs to the language, but this version does not serve it. It is refused, since a rule that is\nread and not kept is worse than none."
            )
        case .unknownEdition:
            ("an unknown edition", "`spec:` names the edition of the language. There is one so far: `spec: 1`.")
        case .keyDoesNotApply:
            (
                "a key that does not apply",
                "The key is known, but says nothing here: `of:` for a text, `gates:` for a setting that is no boolean."
            )
        default:
            ("out of range", "The number is outside the range that the finding names.")
        }
    }
}
