extension LanguageMap {
    static let removedField: Self = LanguageMap(
        "removed_field", "a removed field",
        "A field that was served once. Its name stands here until its column is gone.",
        [
            .since,
            .optional("column", .form(.name), "Its column, where it is not the field's name.", example: "nick"),
        ])

    static let removedResource: Self = LanguageMap(
        "removed_resource", "a removed resource",
        "A resource that was served once. Its name stands here until its table is gone.",
        [.required("table", .form(.table), "`name` or `schema.name`.", example: "badges"), .since])

    static let deprecation: Self = LanguageMap(
        "deprecation", "`deprecated`", "What clients are told about a field that they should no longer use.",
        [
            .optional("since", .form(.date), "The day on which it was deprecated.", example: "2026-11-01"),
            .optional("sunset", .form(.date), "The day on which it will go.", example: "2027-11-01"),
            .optional("use", .text, "The field to use instead.", example: "display_name"),
        ])

    static let formerName: Self = LanguageMap(
        "former_name", "a former name", "A name that the field had before, which clients may still use.",
        [
            .required("name", .form(.name), "The name.", example: "nick", remedy: "write the name, `name: nick`"),
            .optional(
                "since", .form(.date),
                "The day since which the field has another name; without it, that of `api.version`.",
                example: "2026-11-01"),
            .optional(
                "sunset", .form(.date), "The day from which this name is no longer served; without it, it stays.",
                example: "2027-11-01"),
        ])

    static let customFields: Self = LanguageMap(
        "custom_fields", "an entry of `custom_fields`", "Fields that a deployment adds to a resource.",
        [
            .optional(
                "spec", .named("field", .map(.field)), "Known at build time: columns like the resource's own fields.",
                example: "{job_title: {type: string, optional: true, read: user, write: self}}"),
            .planned(
                "runtime", .map(.runtimeFields), "Defined by administrators while the server runs.",
                example: "{define: admin, types: [string]}"),
        ])
}

extension LanguageKey {
    fileprivate static let since: Self = .required(
        "since", .form(.date), "The day since which it is not served.", example: "2026-11-01",
        remedy: "write a date, `since: 2026-11-01`")
}
