/// Words about what goes to others and comes from them, which are read and checked, and that the runtime cannot serve yet.
extension LanguageMap {
    static let groups: Self = LanguageMap(
        "groups", "`groups`", "Groups of users, which may grant roles to their members.",
        [
            .required("table", .form(.table), "`name` or `schema.name`.", example: "groups"),
            .required("path", .form(.path), "Where they are, below `api.base`.", example: "/groups"),
            .optional("members", .mention(.resource), "The resource of the members.", example: "profile"),
            .optional("read", .access, "Who sees groups and their members.", example: "user"),
            .required("manage", .access, "Who may change groups and their members.", example: "admin"),
            .optional(
                "kinds", .oneOrMany(.word(["dynamic", "static"]), atLeast: 1),
                "Members by name, or by a rule. Usual: `static`.", example: "[static, dynamic]"),
            .optional("depth", .integer(1...16), "How deep groups may be in groups. Usual: 1.", example: "4"),
            .optional(
                "grants", .oneOrMany(.mention(.role), atLeast: 1), "The roles that groups may give their members.",
                example: "[support]"),
        ])

    static let eventFeed: Self = LanguageMap(
        "event_feed", "`events`", "How events can be read again, in the order of the changes.",
        [
            .required("path", .form(.path), "Where they are, below `api.base`.", example: "/admin/events"),
            .required("allow", .access, "Who may read them.", example: "admin"),
            .optional("keep", .form(.duration), "For how long. Usual: 30d.", example: "30d"),
        ])

    static let retentionRuns: Self = LanguageMap(
        "retention_runs", "`retention`", "When what has reached its end is deleted.",
        [
            .required("every", .form(.duration), "How often it is looked for.", example: "1d"),
            .optional("allow", .access, "Who may start it, and see what it would do.", example: "admin"),
            .optional("audit", .form(.duration), "How long the entries of the audit are kept.", example: "3650d"),
        ])

    static let webhooks: Self = LanguageMap(
        "webhooks", "`webhooks`", "Where events are sent to: endpoints that are registered while the server runs.",
        [
            .required("path", .form(.path), "Where they are registered, below `api.base`.", example: "/admin/webhooks"),
            .required("allow", .access, "Who may register one.", example: "admin"),
            .required(
                "as", .access, "The role whose rights an endpoint has: it is told what that role sees.",
                example: "service"),
            .optional(
                "events", .oneOrMany(.mention(.event), atLeast: 1), "The events that are sent. Usual: all.",
                example: "[profile.renamed]"),
            .optional("attempts", .integer(1...50), "How often an event is sent before it is given up.", example: "12"),
            .optional("timeout", .form(.duration), "How long an endpoint has to answer. Usual: 5s.", example: "5s"),
        ])

    static let scim: Self = LanguageMap(
        "scim", "`scim`", "Provisioning by SCIM 2.0 (RFC 7644).",
        [
            .required("base", .form(.path), "The path before its routes.", example: "/scim/v2"),
            .required("resource", .mention(.resource), "The resource that is `/Users`.", example: "profile"),
            .required("allow", .access, "Who may ask.", example: "service"),
            .optional(
                "profile", .word(["entra", "okta", "strict"]), "Whose habits are understood. Usual: `strict`.",
                example: "strict"),
            .optional("groups", .flag, "Whether `groups` are served as `/Groups`.", example: "true"),
            .optional("max_operations", .integer(1...10_000), "The most operations of one `/Bulk`.", example: "1000"),
            .optional("max_payload", .form(.size), "The most bytes of one `/Bulk`.", example: "1MB"),
        ])

    static let export: Self = LanguageMap(
        "export", "an export", "A file made of the records of a resource.",
        [
            .required("of", .mention(.resource), "The resource.", example: "profile"),
            .required(
                "fields", .oneOrMany(.mention(.field), atLeast: 1),
                "What it holds. Who may ask for it sees all of them.",
                example: "[display_name, email]"),
            .required("allow", .access, "Who may ask for it.", example: "admin"),
            fileFormats,
            .optional("keep", .form(.duration), "For how long it can be fetched. Usual: 1d.", example: "1d"),
        ])

    static let importFile: Self = LanguageMap(
        "import", "an import", "Records of a resource made of a file.",
        [
            .required("of", .mention(.resource), "The resource.", example: "profile"),
            .required(
                "fields", .oneOrMany(.mention(.written), atLeast: 1),
                "What it sets. Who may do it may set all of them.",
                example: "[display_name]"),
            .required("allow", .access, "Who may do it.", example: "admin"),
            .required(
                "mode", .word(["create", "update", "upsert"]), "Whether it makes records, changes them, or both.",
                example: "create"),
            .optional("match", .mention(.field), "The field by which a record is found.", example: "email"),
            .optional(
                "versions", .word(["latest", "required"]),
                "Whether each line names the version that it changes, or changes whatever is there.",
                example: "required"),
            fileFormats,
            .optional("max_bytes", .form(.size), "The most bytes of a file.", example: "100MB"),
        ])

    private static let fileFormats: LanguageKey = .optional(
        "formats", .oneOrMany(.word(["csv", "json", "ndjson"]), atLeast: 1), "The formats of the file. Usual: all.",
        example: "[csv, ndjson]")
}
