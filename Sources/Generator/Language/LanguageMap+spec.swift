extension LanguageMap {
    /// The whole file. Every map of the language is reached from here.
    package static let spec: Self = LanguageMap(
        "spec", "a spec", "The one source of an API.",
        [
            .required(
                "spec", .integer(SpecReader.edition...SpecReader.edition), "The edition of this language.",
                example: "1",
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
            .optional(
                "custom_fields", .named("resource", .map(.customFields)),
                "Fields that a deployment adds to the resources, apart from those that everybody has.",
                example: "{profile: {spec: {job_title: {type: string, optional: true, read: user}}}}"),
            .optional(
                "removed", .named("resource", .map(.removedResource)),
                "Resources that are no more: only what is named here is dropped.",
                example: "{badge: {table: badges, since: 2026-11-01}}"),
            .planned(
                "bulk", .map(.bulk), "One operation on many records.",
                example: "{path: /admin/users/bulk, allow: admin}"),
            .planned(
                "invariants", .oneOrMany(.word(["last_admin", "no_grant_above_self", "no_self_suspend"]), atLeast: 1),
                "Rules over several records that no operation may break.", example: "[last_admin]"),
            .planned("analytics", .map(.analytics), "Figures over the records.", example: "{}"),
            .planned(
                "organizations", .map(.organizations), "Groups of users with members, roles and invitations.",
                example: "{}"),
            .planned(
                "groups", .map(.groups), "Groups of users that grant roles.",
                example: "{table: groups, path: /groups, manage: admin}"),
            .planned(
                "events", .map(.eventFeed), "How what is told to others after a change can be read again.",
                example: "{path: /admin/events, allow: admin, keep: 30d}"),
            .planned(
                "retention", .map(.retentionRuns), "When what has reached its end is deleted.",
                example: "{every: 1d, allow: admin}"),
            .planned(
                "webhooks", .map(.webhooks), "Where events are sent to.",
                example: "{path: /admin/webhooks, allow: admin, as: service}"),
            .planned(
                "scim", .map(.scim), "Provisioning by SCIM 2.0.",
                example: "{base: /scim/v2, resource: profile, allow: service}"),
            .planned(
                "exports", .named("export", .map(.export)), "Files made of records.",
                example: "{people: {of: profile, fields: [display_name], allow: admin}}"),
            .planned(
                "imports", .named("import", .map(.importFile)), "Records made of files.",
                example: "{people: {of: profile, fields: [display_name], mode: create, allow: admin}}"),
        ])

    static let api: Self = LanguageMap(
        "api", "`api`", "The API as a whole.",
        [
            .required("name", .form(.apiName), "The name of the API.", example: "launch-users"),
            .required(
                "base", .form(.base), "The path before every route: empty, or segments.", example: "/api",
                remedy: "write `base: /api`"),
            .required(
                "version", .form(.date), "The version of the contract with clients, a date.", example: "2026-11-01",
                remedy: "write a date, `version: 2026-11-01`"),
        ])

    static let identity: Self = LanguageMap(
        "identity", "`identity`", "The table of the authentication layer. It is referenced and never altered.",
        [
            .required("table", .form(.table), "`name` or `schema.name`.", example: "auth.users"),
            .required("key", .form(.name), "The column that names an identity.", example: "id"),
            .required(
                "claim", .text, "The claim of a token that holds the key.", example: "sub", remedy: "write `claim: sub`"
            ),
        ])
}
