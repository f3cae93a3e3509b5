extension LanguageMap {
    /// The whole file. Every map of the language is reached from here.
    package static let spec: Self = LanguageMap(
        "spec", "a spec", "The one source of an API.",
        [
            .required(
                "spec", .integer, "The edition of this language.", example: "1",
                remedy: "begin with `spec: \(SpecReader.edition)`"),
            .required(
                "api", .map(.api), "The name, the place and the version of the API.",
                example: "{name: shop, base: /api, version: 2026-11-01}"),
            .required(
                "identity", .map(.identity), "The table of the authentication layer: referenced, never altered.",
                example: "{table: auth.users, key: id, claim: sub}"),
            .required(
                "roles", .named("role", .map(.role)), "Who is asking. Access lists are made of these names.",
                example: "{admin: {claim: admin}}"),
            .required(
                "resources", .named("resource", .map(.resource)),
                "The kinds of records: each has a table, its routes, and fields or sections.", example: "{}"),
            .optional(
                "operations", .named("operation", .map(.operation)),
                "What callers do beyond reading and writing fields: moves of a state, and calls of functions by hand.",
                example: "{}"),
            .later("custom_fields", "Fields that another party adds to a resource."),
            .later("bulk", "One operation on many records."),
            .later("invariants", "Rules over several records that no operation may break."),
            .later("analytics", "Figures over the records."),
            .later("organizations", "Groups of users with members, roles and invitations."),
            .later("groups", "Groups of users that grant roles."),
            .later("removed", "Fields that are no more, and until when their columns stay."),
            .later("events", "What is told to others after a change."),
            .later("webhooks", "Where events are sent to."),
            .later("scim", "Provisioning by SCIM 2.0."),
            .later("exports", "Files made of records."),
            .later("imports", "Records made of files."),
        ])

    static let api: Self = LanguageMap(
        "api", "`api`", "The API as a whole.",
        [
            .required("name", .text, "The name of the API.", example: "launch-users"),
            .required(
                "base", .text, "The path before every route: empty, or segments.", example: "/api",
                remedy: "write `base: /api`"),
            .required(
                "version", .form(.date), "The version of the contract with clients, a date.", example: "2026-11-01",
                remedy: "write a date, `version: 2026-11-01`"),
        ])

    static let identity: Self = LanguageMap(
        "identity", "`identity`", "The table of the authentication layer. It is referenced and never altered.",
        [
            .required("table", .text, "`name` or `schema.name`.", example: "auth.users"),
            .required("key", .text, "The column that names an identity.", example: "id"),
            .required(
                "claim", .text, "The claim of a token that holds the key.", example: "sub", remedy: "write `claim: sub`"
            ),
        ])
}
