extension LanguageMap {
    static let role: Self = LanguageMap(
        "role", "a role", "One way of asking, known by one thing; `{}` is for everybody, with a token or without.",
        [
            .optional("token", .flag, "Any valid token.", example: "true"),
            .optional(
                "when", .text, "The caller is the one whom a field of the record names.",
                example: "actor.id == record.user_id"),
            .optional("claim", .text, "The token's roles hold this word.", example: "admin"),
            .planned(
                "grants", .oneOrMany(.mention(.role), atLeast: 1), "The roles that one with this role may give others.",
                example: "[support]"),
        ])

    static let grant: Self = LanguageMap(
        "grant", "a grant", "Whom the owner's own choice lets in.",
        [.required("visibility", .text, "The field for which the owner has chosen.", example: "email")])

    static let allow: Self = LanguageMap(
        "allow", "`allow`", "Who may call which operation. What is not here, nobody may.",
        [
            .optional("read", .access, "Who may read single records.", example: "user"),
            .optional("list", .access, "Who may read lists of records.", example: "admin"),
            .optional("create", .access, "Who may create records.", example: "[admin, service]"),
            .optional("update", .access, "Who may change records.", example: "[self, admin]"),
            .optional("delete", .access, "Who may delete records.", example: "admin"),
        ])

    static let visibility: Self = LanguageMap(
        "visibility", "`visibility`", "Each owner's own choice of who sees a field.",
        [
            .required(
                "levels", .oneOrMany(.form(.name)), "From the fewest who see a field to the most: `nobody`, or a role.",
                example: "[nobody, user, anyone]"),
            .required(
                "defaults", .named("field", .text), "The level of each field for owners who have not chosen.",
                example: "{bio: user, email: nobody}"),
            .required(
                "setting", .form(.setting),
                "Where owners choose: `SECTION.KEY` of the resource that is `one_per` this one; `privacy` is short for `privacy_settings`.",
                example: "privacy_settings.visibility", remedy: "write `setting: SECTION.KEY`"),
        ])
}
