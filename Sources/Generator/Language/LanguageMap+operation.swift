extension LanguageMap {
    static let operation: Self = LanguageMap(
        "operation", "an operation",
        "What callers do beyond reading and writing fields. One with `from` and `to` moves a state; one with `handler` is a "
            + "call, answered by a function that is written by hand.",
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
                "input", .named("input", .either([.word(TypeWord.ofValues), .map(.shapeValue)])), "What the body says.",
                example: "{reason: {type: string, length: 1..500}}"),
            .optional(
                "output", .named("output", .either([.word(TypeWord.ofValues), .map(.shapeValue)])),
                "What a call answers; 204 without it.", example: "{name: string}"),
            .optional(
                "method", .word(Spec.Operation.Method.self), "The method of a call. Usual: POST.", example: "GET"),
            .optional(
                "path", .text, "The path of a call, below `api.base`.",
                example: "\"/users/{id}/card\""),
            .optional(
                "handler", .word(Spec.Operation.Handler.self),
                "Answered by a function that is written by hand, of the operation's name.",
                example: "required"),
            .optional(
                "problems", .named("problem", .map(.problem)), "What the function may refuse a request with.",
                example: "{too_many: {status: 409, title: There are too many.}}", needs: ["handler"]),
            .optional(
                "bulk", .flag, "Whether it may be asked for over many records at once, by the `bulk:` of the spec.",
                example: "true"),
        ])

    static let problem: Self = LanguageMap(
        "problem", "a problem",
        "What a function that is written by hand may refuse a request with. Its name is the `code` that clients switch on.",
        [
            .required(
                "status", .integer(Spec.Problem.statuses), "The HTTP status: \(Spec.Problem.statusWords).",
                example: "409", remedy: "write `status: 409`"),
            .required(
                "title", .text, "One sentence for every problem of this code.", example: "The account is closed.",
                remedy: "write `title: A sentence for people.`"),
        ])
}
