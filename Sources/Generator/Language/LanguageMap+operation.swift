extension LanguageMap {
    static let operation: Self = LanguageMap(
        "operation", "an operation",
        "What callers do with a record beyond reading and writing its fields. One with `from` and `to` moves a state; one "
            + "with `handler`, which is not served yet, is answered by a function written by hand.",
        [
            .required("on", .text, "The resource.", example: "profile", remedy: "write `on: RESOURCE`"),
            .description,
            .optional("from", .oneOrMany(.text), "The states that the move starts from.", example: "[active, invited]"),
            .optional("to", .text, "The state that it leads to.", example: "suspended"),
            .optional(
                "field", .text, "The enum that holds the state, where the resource has several that nobody writes.",
                example: "status"),
            .optional("allow", .access, "Who may call it. Without this, nobody may.", example: "[self, admin]"),
            .optional(
                "input", .named("input", .either([.word(TypeWord.served), .map(.shapeValue)])), "What the body says.",
                example: "{reason: {type: string, length: 1..500}}"),
            .optional(
                "output", .named("output", .either([.word(TypeWord.served), .map(.shapeValue)])),
                "What a call answers. Not served yet.", example: "{name: string}"),
            .optional(
                "method", .word(Spec.Operation.Method.self), "The method of a call. Not served yet.", example: "GET"),
            .optional(
                "path", .text, "The path of a call, below `api.base`. Not served yet.",
                example: "\"/users/{id}/card\""),
            .optional(
                "handler", .word(Spec.Operation.Handler.self),
                "Answered by a function that is written by hand. Not served yet.",
                example: "required"),
            .optional(
                "bulk", .flag, "Whether it may be asked for over many records at once, by the `bulk:` of the spec.",
                example: "true"),
        ])
}
