/// Maps that are read and checked, and that the runtime cannot serve yet.
extension LanguageMap {
    static let bulk: Self = LanguageMap(
        "bulk", "`bulk`", "One operation on many records.",
        [
            .required("path", .form(.path), "Where it is, below `api.base`.", example: "/admin/users/bulk"),
            .required("allow", .access, "Who may call it.", example: "admin"),
            .optional("max_sync", .integer(1...10_000), "Up to so many records it answers at once.", example: "1000"),
            .optional("max_rows", .integer(1...10_000_000), "The most records of one call.", example: "1000000"),
            .optional("keep_results", .form(.duration), "For how long results can be asked for.", example: "30d"),
        ])

    static let analytics: Self = LanguageMap(
        "analytics", "`analytics`", "Figures over the records.",
        [
            .required("path", .form(.path), "Where they are, below `api.base`.", example: "/admin/users/analytics"),
            .required("allow", .access, "Who may ask for them.", example: "admin"),
            .required(
                "metrics", .named("metric", .map(.metric), atLeast: 1), "The figures.",
                example: "{signups: {count: profile, by: day(created_at)}}"),
            .optional(
                "min_cell", .integer(1...1_000), "A figure about fewer people is not shown.", example: "5"),
        ])

    static let metric: Self = LanguageMap(
        "metric", "a metric", "One figure.",
        [
            .optional("distinct", .word(["actor"]), "Counts who was there.", example: "actor"),
            .optional("count", .mention(.resource), "Counts the records of a resource.", example: "profile"),
            .optional(
                "score", .mention(.completion), "The mean of a score: `RESOURCE.completion`.",
                example: "profile.completion"),
            .optional("events_per_user", .list(.form(.name), atLeast: 1), "Counts events.", example: "[login]"),
            .optional(
                "by", .mention(.grouping), "How it is grouped: a field, or `hour`, `day`, `week` or `month` of one.",
                example: "day(created_at)"),
            .optional("windows", .oneOrMany(.form(.duration)), "Over which times.", example: "[1d, 7d]"),
            .optional("window", .form(.duration), "Over which time.", example: "30d"),
        ])

    static let organizations: Self = LanguageMap(
        "organizations", "`organizations`", "Groups of users with members, roles and invitations.",
        [
            .required("table", .form(.table), "`name` or `schema.name`.", example: "organizations"),
            .required("path", .form(.path), "Where they are, below `api.base`.", example: "/organizations"),
            .optional("allow", .map(.allow), "Who may call which operation.", example: "{create: user}"),
            .required(
                "roles", .oneOrMany(.form(.name), atLeast: 1), "What a member may be.", example: "[owner, member]"),
            .optional("invitations", .map(.invitations), "How members are asked in.", example: "{expire: 7d}"),
        ])

    static let invitations: Self = LanguageMap(
        "invitations", "`invitations`", "How members are asked in.",
        [
            .optional("allow", .access, "Who may invite.", example: "admin"),
            .required("expire", .form(.duration), "For how long one is good.", example: "7d"),
        ])

    static let softDelete: Self = LanguageMap(
        "soft_delete", "`soft_delete`", "Deleted records stay for some time.",
        [
            .optional("restore", .flag, "Whether they can be restored.", example: "true"),
            .required("purge_after", .form(.duration), "When they are gone for good.", example: "30d"),
        ])

    static let retention: Self = LanguageMap(
        "retention", "`retention`", "When records are deleted by themselves.",
        [
            .required("after", .form(.duration), "How long after the time of the field.", example: "365d"),
            .required(
                "of", .mention(.field), "A field that is a `datetime`, or a timestamp.", example: "last_active_at"),
            .required("then", .word(["anonymise", "delete"]), "What is done.", example: "anonymise"),
        ])

    static let event: Self = LanguageMap(
        "event", "an event", "What is told to others after a change.",
        [
            .required(
                "on", .oneOrMany(.word(["create", "delete", "update"]), atLeast: 1), "After what.", example: "update"),
            .required("fields", .oneOrMany(.mention(.field), atLeast: 1), "What it tells.", example: "[display_name]"),
            .required("to", .access, "Who may hear it.", example: "service"),
        ])

    static let rateLimit: Self = LanguageMap(
        "rate_limit", "`rate_limit`", "How often a caller may ask.",
        [
            .required("requests", .integer(1...1_000_000), "How many requests.", example: "100"),
            .required("per", .form(.duration), "In what time.", example: "60s"),
            .optional("by", .word(["address", "caller"]), "Who is counted. Usual: `caller`.", example: "caller"),
        ])

    static let runtimeFields: Self = LanguageMap(
        "runtime_fields", "`runtime`", "Fields that administrators define while the server runs.",
        [
            .required("define", .access, "Who may define them.", example: "admin"),
            .required(
                "types", .oneOrMany(.word(TypeWord.ofValues), atLeast: 1), "Of which types.", example: "[string, int]"),
            .optional("limits", .map(.runtimeLimits), "How many, and how large.", example: "{fields: 100, bytes: 8KB}"),
            .optional(
                "index", .word(["never", "on_request"]), "Whether they can be filtered by.", example: "on_request"),
        ])

    static let runtimeLimits: Self = LanguageMap(
        "runtime_limits", "`limits`", "How many fields there may be, and how large their values together.",
        [
            .optional("fields", .integer(1...1_000), "The most fields of a resource.", example: "100"),
            .optional("bytes", .form(.size), "The most bytes of a record's values.", example: "8KB"),
        ])
}
