extension LanguageMap {
    /// The `check:` of a field, which is told there.
    static let fieldCheck: Self = LanguageMap(
        "field_check", "a check", "An expression over fields of the record, and what people are told.",
        [.condition, .message])

    static let recordCheck: Self = LanguageMap(
        "check", "a check", "An expression over fields of the record, and what people are told.",
        [
            .condition, .message,
            .optional(
                "at", .text, "The field at which it is told. Usual: the first that it names.", example: "ends_on"),
        ])
}

extension LanguageKey {
    fileprivate static let condition: Self = .required(
        "that", .text, "The expression, which must not be false.", example: "ends_on >= starts_on",
        remedy: "write `that: ends_on >= starts_on`")
    fileprivate static let message: Self = .optional(
        "message", .text, "What people are told whose record breaks it.", example: "Nothing ends before it begins.")
}
