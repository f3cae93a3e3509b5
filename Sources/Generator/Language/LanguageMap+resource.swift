extension LanguageMap {
    static let resource: Self = LanguageMap(
        "resource", "a resource", "One kind of record: a table, its routes, and fields or sections.",
        [
            .description,
            .required("table", .form(.table), "`name` or `schema.name`.", example: "user_profiles"),
            .required("path", .form(.resourcePath), "Where its routes are, below `api.base`.", example: "/users"),
            .required("key", .text, "The field that names a record in a path.", example: "user_id"),
            .optional(
                "one_per", .text, "The resource of which each record has exactly one of these.", example: "profile",
                needs: ["sections"]),
            .optional(
                "allow", .map(.allow), "Who may call which operation. What is not here, nobody may.",
                example: "{read: user, update: [self, admin]}"),
            .optional(
                "version", .form(.name), "The column that counts a record's changes: its ETag.", example: "row_version"),
            .optional(
                "if_match", .word(Spec.MatchRule.self),
                "A change must name the version that it changes, in `If-Match`.", example: "required"),
            .optional(
                "timestamps", .either([.pair(.form(.name)), .map(.timestamps)]),
                "The columns of the times of creation and of the last change, kept by the database.",
                example: "[created_at, updated_at]"),
            .optional(
                "fields", .named("field", .map(.field)), "A column each, and a place in the JSON of the resource.",
                example: "{}"),
            .optional(
                "visibility", .map(.visibility), "Each owner's own choice of who sees a field.",
                example: "{levels: [nobody, user], defaults: {bio: user}, setting: privacy.visibility}"),
            .optional(
                "list", .map(.list), "Makes the resource listed: the orders, and how long a page is.",
                example: "{sort: [-created_at]}"),
            .optional("cache", .map(.cache), "How long records are remembered.", example: "{ttl: 60s}"),
            .optional(
                "sections", .named("section", .named("setting", .either([.word(TypeWord.ofValues), .map(.setting)]))),
                "One JSONB column each with typed keys: the settings of a resource that is `one_per` another.",
                example: "{privacy: {searchable: {type: bool, default: true}}}"),
            .optional(
                "removed", .named("field", .map(.removedField)),
                "Fields that are no more: only what is named here is dropped.",
                example: "{nickname: {since: 2026-11-01}}"),
            .optional(
                "check", .named("check", .either([.text, .map(.recordCheck)])),
                "Expressions over fields of the record, which must not be false.",
                example: "{dates: ends_on >= starts_on}"),
            .planned(
                "soft_delete", .map(.softDelete), "Deleted records can be restored for some time.",
                example: "{purge_after: 30d}"),
            .optional(
                "hooks", .map(.hooks), "Functions by hand that are called before or after a change.",
                example: "{after_commit: optional}"),
            .planned("events", .named("event", .map(.event)), "What is told to others after a change.", example: "{}"),
            .planned("retention", .map(.retention), "When records are deleted by themselves.", example: "{}"),
            .planned(
                "organization", .mention(.field), "The field that names the organization that a record belongs to.",
                example: "organization_id"),
            .planned(
                "history", .either([.flag, .map(.history)]), "Keeps what records were.",
                example: "{keep: 365d, read: admin}"),
            .planned(
                "image", .map(.image), "A picture of a record.", example: "{read: user, write: self, max_bytes: 5MB}"),
            .planned(
                "rate_limit", .map(.rateLimit), "How often a caller may ask.", example: "{requests: 100, per: 60s}"),
        ])

    static let hooks: Self = LanguageMap(
        "hooks", "`hooks`",
        "Functions by hand, in `Sources/Server/Hooks`. A required one that is missing stops the build.",
        [
            .optional(
                "before_create", .word(Spec.Demand.self), "Looks at a new record before it is made.",
                example: "optional"),
            .optional(
                "before_update", .word(Spec.Demand.self), "Looks at a change before it is made, and at the record.",
                example: "required"),
            .optional(
                "before_delete", .word(Spec.Demand.self), "Looks at a record before it is deleted.", example: "optional"
            ),
            .optional(
                "after_commit", .word(Spec.Demand.self), "Is told of every change of a record after it was made.",
                example: "optional"),
            .optional(
                "problems", .named("problem", .map(.problem)), "What the hooks before a change may refuse it with.",
                example: "{closed: {status: 409, title: The account is closed.}}"),
        ])

    static let timestamps: Self = LanguageMap(
        "timestamps", "`timestamps`", "One of the two times, or both.",
        [
            .optional("created", .form(.name), "The column of the time of creation.", example: "created_at"),
            .optional("updated", .form(.name), "The column of the time of the last change.", example: "updated_at"),
        ])

    static let list: Self = LanguageMap(
        "list", "`list`", "The orders of a list, and how long a page is.",
        [
            .required(
                "sort", .oneOrMany(.form(.order), atLeast: 1),
                "The orders that callers may ask for; `-` is descending, and the first is the usual one.",
                example: "[-created_at, display_name]", remedy: "write `sort: [FIELD]`; the first is the usual order"),
            .optional("page", .map(.page), "How many records a page has.", example: "{default: 25, max: 200}"),
        ])

    static let page: Self = LanguageMap(
        "page", "`page`", "How many records a page has.",
        [
            .optional(
                "default", .integer(1...PagesCheck.mostRecords), "For callers who do not say. Usual: 25.", example: "25"
            ),
            .optional(
                "max", .integer(1...PagesCheck.mostRecords),
                "The most that one may ask for, up to \(PagesCheck.mostRecords). Usual: 200.", example: "200"),
        ])

    static let cache: Self = LanguageMap(
        "cache", "`cache`", "How long records are remembered.",
        [
            .required("ttl", .form(.duration), "For how long, 1s to 30d.", example: "60s", remedy: "write `ttl: 60s`"),
            .optional(
                "negative", .form(.duration), "For how long it is remembered that there is no such record.",
                example: "5s"),
        ])
}
