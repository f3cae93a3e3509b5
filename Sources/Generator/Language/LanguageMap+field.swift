extension LanguageMap {
    static let field: Self = LanguageMap(
        "field", "a field", "A column, and a place in the JSON of the resource under the same name.",
        LanguageKey.fieldTypeKeys + LanguageKey.imageKeys + [
            .description,
            .optional(
                "column", .form(.name), "The column's name, where it is not the field's.", example: "display_name"),
            .isOptional, .standard,
        ] + LanguageKey.rules + [
            .optional(
                "unique", .either([.flag, .map(.unique)]), "No two records have the same value.", example: "true"),
            .optional(
                "ref", .text, "The value is the key of what is referred to: `identity`, or a resource.",
                example: "identity"),
            .optional(
                "on_delete", .word(Spec.OnDelete.self),
                "What the deletion of the record that is referred to does: it is refused, this one goes too, or forgets it.",
                example: "restrict"),
            .optional("immutable", .flag, "Set on creation, never changed.", example: "true"),
            .optional("internal", .flag, "Never shown to any caller, never taken from one.", example: "true"),
            .optional("read", .access, "Who sees it. Without this, nobody does.", example: "user"),
            .optional("write", .access, "Who may set it. Without this, nobody may.", example: "[self, admin]"),
            .optional(
                "filter", .oneOrMany(.word(Spec.FilterOperator.self)), "The operators that callers may filter by.",
                example: "[eq, sw, co]"),
            .optional("sort", .flag, "Whether lists can be sorted by it.", example: "true"),
            .optional(
                "search", .word(Spec.SearchWeight.self), "Found by text search, with this weight; `A` is the greatest.",
                example: "A"),
            .optional(
                "completion", .integer(0...100), "What it adds to the score of a complete record, in percent.",
                example: "30"),
            .optional(
                "personal", .word(Spec.PersonalData.self), "Why it is personal data.", example: "contact",
                needs: ["erase"]),
            .optional(
                "deprecated", .either([.flag, .map(.deprecation)]), "Whether clients should no longer use it.",
                example: "{since: 2026-11-01, use: display_name}"),
            .optional(
                "check", .either([.text, .map(.fieldCheck)]),
                "An expression over fields of the record, which must not be false.", example: "ends_on >= starts_on"),
            .optional(
                "validate", .form(.function), "A function by hand that looks at each value beside the rules.",
                example: "presentable_name"),
            .optional(
                "erase", .either([.word(Spec.Erasure.Action.self), .map(.erasure)]),
                "What is done with the value when its owner is erased.", example: "anonymise"),
            .optional(
                "was", .oneOrMany(.either([.text, .map(.formerName)])),
                "The names that it had before, the newest first, each served beside the present one until its sunset. The column keeps the oldest, unless `column` names one.",
                example: "{name: nick, since: 2026-11-01, sunset: 2027-11-01}"),
            .optional("label", .text, "What people call it: the title in OpenAPI.", example: "Display name"),
            .planned(
                "encrypt", .either([.flag, .map(.encryption)]), "Whether the value is stored encrypted.",
                example: "{lookup: eq}"),
            .planned(
                "scim", .form(.scimAttribute), "The attribute of SCIM that it is.", example: "emails[primary].value"),
            .planned(
                "if_match", .word(Spec.MatchRule.self), "Whether a write must name the version that it changes.",
                example: "required"),
            .planned(
                "retention", .map(.retention), "When the value is deleted by itself.",
                example: "{after: 365d, of: updated_at, then: delete}"),
            .planned(
                "mask", .map(.mask), "How it is shown to those who may not see all of it.",
                example: "{for: support, as: last, keep: 4}"),
            .planned(
                "index", .either([.flag, .map(.index)]), "An index of its own.", example: "{with: [created_at]}"),
        ])

    static let unique: Self = LanguageMap(
        "unique", "`unique`", "How values are compared.",
        [.required("ci", .flag, "Capital and small letters are the same.", example: "true")])

    static let erasure: Self = LanguageMap(
        "erasure", "`erase`", "What is done with the value when its owner is erased.",
        [
            .required(
                "action", .word(Spec.Erasure.Action.self), "What is done.", example: "keep",
                remedy: "write `erase: delete`"),
            .optional("basis", .text, "Why the law asks for a value that is kept.", example: "tax law"),
            .optional("until", .form(.duration), "How long a value is kept.", example: "3650d"),
        ])

    /// One key of a section.
    static let setting: Self = LanguageMap(
        "setting", "a setting", "One key of a section.",
        shapeValue.keys + [
            .optional(
                "gates", .word(Spec.Gate.self), "What a `false` here takes the owner out of.", example: "directory")
        ])

    /// One value of the shape of a `json`.
    static let shapeValue: Self = LanguageMap(
        "shape_value", "a value of a shape", "One value of a `json`.",
        LanguageKey.typeKeys + [.description, .isOptional, .standard] + LanguageKey.rules)
}

extension LanguageKey {
    static let description: Self = .optional(
        "description", .text, "What it is, in words for people: documents and comments repeat it.",
        example: "The name that others see.")
    static let isOptional: Self = .optional(
        "optional", .flag, "Whether the value may be missing or null.", example: "true")
    static let standard: Self = .optional("default", .literal, "The value where none is given.", example: "free")

    static let rules: [Self] = [
        optional("length", .form(.length), "How many characters.", example: "1..100"),
        optional("min", .literal, "The smallest number or duration, or how few items.", example: "0"),
        optional("max", .literal, "The greatest number or duration, or how many items.", example: "150"),
        optional("pattern", .text, "A regular expression that the value matches somewhere.", example: "'^[a-z]'"),
        optional(
            "normalise", .oneOrMany(.word(Spec.Normalisation.self)), "Done in this order, before every other rule.",
            example: "[trim, nfc]"),
    ]
}
