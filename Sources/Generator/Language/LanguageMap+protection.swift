/// Words about single values and pictures that are read and checked, and that the runtime cannot serve yet.
extension LanguageMap {
    static let encryption: Self = LanguageMap(
        "encryption", "`encrypt`", "How an encrypted value can still be found, and with which key it is encrypted.",
        [
            .optional("lookup", .word(["eq"]), "Whether records are found by the whole value.", example: "eq"),
            .optional("key", .form(.name), "The name of the key. Usual: the one of the deployment.", example: "people"),
        ])

    static let mask: Self = LanguageMap(
        "mask", "`mask`", "What others than the readers see of a value.",
        [
            .required("for", .access, "Who sees it masked.", example: "support"),
            .required(
                "as", .word(["domain", "first", "initials", "last", "year"]),
                "What is left of it: the domain of an address, its first or last characters, initials, or the year.",
                example: "last"),
            .optional("keep", .integer(1...16), "How many characters are left. Usual: 4.", example: "4"),
        ])

    static let index: Self = LanguageMap(
        "index", "`index`", "An index beside those that `filter` and `sort` have.",
        [
            .optional(
                "with", .oneOrMany(.mention(.field), atLeast: 1), "The fields that follow in it.",
                example: "[created_at]"),
            .optional("kind", .word(["btree", "hash", "trigram"]), "Usual: `btree`.", example: "btree"),
        ])

    static let history: Self = LanguageMap(
        "history", "`history`", "What records were, and for whom and how long that is kept.",
        [
            .optional("keep", .form(.duration), "For how long. Usual: as long as the record.", example: "365d"),
            .optional("read", .access, "Who may see it. Without this, nobody may.", example: "admin"),
        ])

    /// The picture of a record, below its path.
    static let image: Self = LanguageMap(
        "image", "`image`", "A picture of a record, at `/image` below it.",
        [
            .required("read", .access, "Who sees it.", example: "user"),
            .required("write", .access, "Who may set and remove it.", example: "self"),
        ] + LanguageKey.pictureRules)
}

extension LanguageKey {
    /// What pictures are taken, for a record.
    static let pictureRules: [Self] = [
        optional(
            "formats", .oneOrMany(.word(["gif", "jpeg", "png", "webp"]), atLeast: 1),
            "The formats of pictures that are taken.", example: "[jpeg, png, webp]"),
        optional("max_bytes", .form(.size), "The most bytes of a picture that is taken.", example: "5MB"),
        optional(
            "sizes", .oneOrMany(.integer(16...4_096), atLeast: 1), "The widths in pixels that are made of it.",
            example: "[64, 256]"),
    ]

    /// The same for a field of the type `image`.
    static let imageKeys = pictureRules.map {
        planned($0.name, $0.value, $0.description, example: $0.example)
    }
}
