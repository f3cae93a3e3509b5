extension LanguageMap {
    /// What keys a `map` may have.
    static let mapKeys: Self = LanguageMap(
        "map_keys", "`keys`", "What keys a map may have, by one of the two.",
        [
            .optional("pattern", .text, "What each key matches, at most 100 characters long.", example: "'^[a-z]+$'"),
            .optional("of", .list(.text), "The keys that there may be.", example: "[home, work]"),
        ])
}
