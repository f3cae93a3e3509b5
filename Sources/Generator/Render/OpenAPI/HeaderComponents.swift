/// The header fields of answers, each once.
enum HeaderComponents {
    private static let table: [(name: String, description: String, example: String)] = [
        (
            "X-Request-Id", "Names the request in our log: the client's own where it is sane, else one of ours.",
            "3f6c1a9e5b7d4e20"
        ),
        ("ETag", "The version of what is answered; goes into If-Match and If-None-Match.", "\"41-16-0c9d2f7a\""),
        ("Cache-Control", "Who may keep the answer, and whether it must be asked for again.", "private, no-cache"),
        ("Vary", "The request's fields that the answer depends on.", "Authorization"),
        ("Location", "The path of what was made.", "/api/records/6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f"),
        ("Link", "The pages beside this one (RFC 8288), rel next and prev.", "</api/records?cursor=abc>; rel=\"next\""),
        ("Allow", "The methods that the path has.", "GET, HEAD, OPTIONS"),
        ("Accept", "The media types that are taken.", "application/json"),
        (
            "Accept-Patch", "The media types that a PATCH takes (RFC 5789).",
            "application/merge-patch+json, application/json"
        ),
        ("Retry-After", "Seconds after which to ask again.", "1"),
        ("WWW-Authenticate", "How to authenticate (RFC 6750).", "Bearer realm=\"roster\", error=\"invalid_token\""),
    ]

    /// Of answers that have former names of fields.
    private static let formerNames: [(name: String, description: String, example: String)] = [
        (
            "Deprecation",
            "The day since which a field in the answer has another name (RFC 9745), in seconds since 1970.",
            "@1793491200"
        ),
        (
            "Sunset", "The day on which the first of the former names goes (RFC 8594).",
            "Mon, 01 Nov 2027 00:00:00 GMT"
        ),
    ]

    static func components(_ contract: Contract) -> JSONTree {
        .object(
            (table + (contract.hasFormerNames ? formerNames : [])).map { name, description, example in
                let isNumber = Int(example) != nil
                return (
                    name,
                    .object([
                        ("description", .string(description)), ("schema", .typed(isNumber ? "integer" : "string")),
                        ("example", isNumber ? .raw(example) : .string(example)),
                    ])
                )
            })
    }

    /// The named ones, and those that every answer has.
    static func references(_ names: [String]) -> JSONTree {
        .object((names + ["X-Request-Id"]).map { ($0, .reference("headers", $0)) })
    }
}
