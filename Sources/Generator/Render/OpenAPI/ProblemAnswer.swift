/// A problem that operations answer with: its status, its codes, and what comes with it. Each becomes a component, which the
/// operations name.
struct ProblemAnswer: Equatable {
    /// The component's name.
    var name: String
    var status: Int
    var description: String
    /// The title of the first of `codes`.
    var title: String
    var codes: [String]
    /// Names of header components, beside the request's id.
    var headers: [String] = []
    /// Whether it is a component. One with problems that the spec declares is the operation's own.
    var isShared = true

    static let badRequest = bad("badRequest", [])
    /// Of a route that takes no query.
    static let badQuery = bad("badQuery", ["unknown_parameter"])
    static let badSelection = bad("badSelection", ["unknown_parameter", "invalid_query", "invalid_parameter"])
    static let badListQuery = bad(
        "badListQuery", ["unknown_parameter", "invalid_query", "invalid_parameter", "invalid_cursor"])
    static let badBody = bad("badBody", ["invalid_json", "unknown_parameter"])

    private static func bad(_ name: String, _ codes: [String]) -> ProblemAnswer {
        ProblemAnswer(
            name: name, status: 400, description: "The request cannot be read.", title: "The request is malformed.",
            codes: ["bad_request"] + codes)
    }

    static let unauthorized = ProblemAnswer(
        name: "unauthorized", status: 401, description: "No token, or one that is not valid.",
        title: "A valid access token is needed.", codes: ["unauthorized", "authentication_required", "invalid_token"],
        headers: ["WWW-Authenticate"])
    static let forbidden = ProblemAnswer(
        name: "forbidden", status: 403, description: "The caller may not do this.",
        title: "The caller may not do this.", codes: ["forbidden"])
    static let notFound = ProblemAnswer(
        name: "notFound", status: 404, description: "There is no such record.", title: "There is no such resource.",
        codes: ["not_found"])
    /// Of methods that a path does not have; no operation's own.
    static let methodNotAllowed = ProblemAnswer(
        name: "methodNotAllowed", status: 405, description: "The path does not have this method; Allow lists those.",
        title: "The resource does not have this method.", codes: ["method_not_allowed"], headers: ["Allow"])
    static let requestTimeout = ProblemAnswer(
        name: "requestTimeout", status: 408, description: "The request began and did not end in time.",
        title: "The request was not complete in time.", codes: ["request_timeout"])
    static let taken = ProblemAnswer(
        name: "taken", status: 409, description: "A value that must be unique is taken.",
        title: "A value that must be unique is taken.", codes: ["taken"])
    static let inUse = ProblemAnswer(
        name: "inUse", status: 409, description: "Other records refer to this one.",
        title: "Other records refer to this one.", codes: ["in_use"])
    static let deletionRefused = ProblemAnswer(
        name: "deletionRefused", status: 409, description: "The server keeps the record; the detail says why.",
        title: "The record cannot be deleted.", codes: ["deletion_refused"])
    static let inUseOrRefused = ProblemAnswer(
        name: "inUseOrRefused", status: 409,
        description: "Other records refer to this one, or the server keeps it; the detail says why.",
        title: "The record cannot be deleted.", codes: ["in_use", "deletion_refused"])
    static let illegalMove = ProblemAnswer(
        name: "illegalTransition", status: 409, description: "The operation does not start from the record's state.",
        title: "The record is in a state that this operation does not start from.", codes: ["illegal_transition"])
    static let illegalStep = ProblemAnswer(
        name: "illegalStep", status: 409, description: "The record is in a state that the value does not follow.",
        title: "The record is in a state that this value does not follow.", codes: ["illegal_transition"])
    static let takenOrIllegalStep = ProblemAnswer(
        name: "takenOrIllegalStep", status: 409,
        description: "A value that must be unique is taken, or one does not follow the record's state.",
        title: "A value that must be unique is taken.", codes: ["taken", "illegal_transition"])
    static let stale = ProblemAnswer(
        name: "stale", status: 412, description: "The record has another version than If-Match says.",
        title: "The resource has changed.", codes: ["stale_version"])
    static let tooLarge = ProblemAnswer(
        name: "payloadTooLarge", status: 413, description: "The body is larger than the limit; see /api/meta.",
        title: "The body is too large.", codes: ["payload_too_large"])
    static let uriTooLong = ProblemAnswer(
        name: "uriTooLong", status: 414, description: "The request target is longer than the limit.",
        title: "The request target is too long.", codes: ["uri_too_long"])
    static let mediaType = ProblemAnswer(
        name: "unsupportedMediaType", status: 415, description: "The body is of another media type.",
        title: "The body's media type is not taken.", codes: ["unsupported_media_type"], headers: ["Accept"])
    static let patchMediaType = ProblemAnswer(
        name: "unsupportedPatch", status: 415, description: "The patch is of another media type.",
        title: "The body's media type is not taken.", codes: ["unsupported_media_type"], headers: ["Accept-Patch"])
    static let validation = ProblemAnswer(
        name: "validationFailed", status: 422, description: "Values break rules; all of them are listed.",
        title: "The body breaks rules.", codes: ["validation_failed"])
    static let preconditionRequired = ProblemAnswer(
        name: "preconditionRequired", status: 428,
        description: "The change must say what it is made to: send If-Match.",
        title: "The change needs an If-Match header.", codes: ["precondition_required"])
    static let headersTooLarge = ProblemAnswer(
        name: "headersTooLarge", status: 431, description: "The header fields are larger than the limit.",
        title: "The header fields are too large.", codes: ["headers_too_large"])
    static let internalError = ProblemAnswer(
        name: "internalError", status: 500, description: "The server failed; its log has the request's id.",
        title: "The server failed to answer.", codes: ["internal_error"])
    static let unavailable = ProblemAnswer(
        name: "unavailable", status: 503, description: "A store is away or too slow; see Retry-After.",
        title: "The service cannot answer now.", codes: ["unavailable"], headers: ["Retry-After"])

    /// What any route may answer before it is known what the request is about.
    static let everywhere = [badRequest, unauthorized, requestTimeout, tooLarge, uriTooLong, headersTooLarge]
    /// What any route that asks a store may answer.
    static let ofStores = [internalError, unavailable]

    /// All, for the components.
    static let all = [
        badRequest, badQuery, badSelection, badListQuery, badBody, unauthorized, forbidden, notFound, methodNotAllowed,
        requestTimeout, taken, inUse, deletionRefused, inUseOrRefused, illegalMove, illegalStep, takenOrIllegalStep,
        stale, tooLarge, uriTooLong, mediaType, patchMediaType, validation, preconditionRequired, headersTooLarge,
        internalError, unavailable,
    ]
}

extension ProblemAnswer {
    /// The answer where an operation names it.
    var reference: JSONTree { isShared ? .reference("responses", name) : response }

    /// The answers of an operation with the problems that its functions by hand may refuse a request with: one answer a
    /// status, as OpenAPI has it.
    static func adding(_ problems: [Contract.Problem], to answers: [ProblemAnswer]) -> [ProblemAnswer] {
        var answers = answers
        for problem in problems {
            guard let place = answers.firstIndex(where: { $0.status == problem.status }) else {
                answers.append(
                    ProblemAnswer(
                        name: "", status: problem.status, description: problem.title, title: problem.title,
                        codes: [problem.code], isShared: false))
                continue
            }
            answers[place].isShared = false
            answers[place].codes.append(problem.code)
            answers[place].description += " " + problem.title
        }
        return answers
    }

    /// The component.
    var response: JSONTree {
        let narrowed = JSONTree.object([
            ("allOf", .array([.schema("problem")])),
            (
                "properties",
                .object([
                    ("status", .object([("const", .integer(status))])), ("code", .object([("enum", .words(codes))])),
                ])
            ),
        ])
        return JSONTree.object([("description", .string(description))])
            .adding("headers", HeaderComponents.references(headers))
            .adding("content", .content("application/problem+json", narrowed, example: example))
    }

    private var example: JSONTree {
        let code = codes[0]
        var members: [(String, JSONTree)] = [
            ("type", .string("/problems/" + code)), ("code", .string(code)), ("title", .string(title)),
            ("status", .integer(status)), ("trace_id", "3f6c1a9e5b7d4e20"),
        ]
        if code == Self.validation.codes[0] {
            let issue = [("pointer", "/name"), ("code", "missing_field"), ("message", "is required")]
            members.append(("errors", .array([.object(issue.map { ($0.0, .string($0.1)) })])))
        }
        return .object(members)
    }
}
