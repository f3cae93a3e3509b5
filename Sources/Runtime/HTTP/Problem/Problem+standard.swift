import NIOHTTP1

/// The problems that every resource has, so that one situation is spelled one way.
extension Problem {
    /// 400: the message is not HTTP as we take it, or is ambiguous.
    package static func badRequest(_ detail: String) -> Problem {
        Problem(.badRequest, code: "bad_request", title: "The request is malformed.", detail: detail)
    }

    /// 400: the body is no JSON (RFC 8259).
    /// - Parameters:
    ///   - offset: the byte of the body at which reading stopped, from 0.
    ///   - reason: what was found wrong, without the text that was sent.
    package static func invalidJSON(offset: Int, reason: String) -> Problem {
        Problem(
            .badRequest, code: "invalid_json", title: "The body is not valid JSON.",
            detail: "At byte \(offset): \(reason)")
    }

    /// 400: the query string cannot be read. `reason` names no value that was sent.
    package static func invalidQuery(_ reason: String) -> Problem {
        Problem(.badRequest, code: "invalid_query", title: "The query string is malformed.", detail: reason)
    }

    /// 401 with `WWW-Authenticate` (RFC 6750 section 3).
    /// - Parameter error: `invalid_token` or `invalid_request` for a credential that was refused; `nil` when none was
    ///   sent, in which case the challenge carries no error (section 3.1).
    package static func unauthorized(error: String? = nil, detail: String? = nil) -> Problem {
        let challenge = error.map { "Bearer realm=\"roster\", error=\"\($0)\"" } ?? "Bearer realm=\"roster\""
        return Problem(
            .unauthorized, code: "unauthorized", title: "A valid access token is needed.", detail: detail,
            headers: [("WWW-Authenticate", challenge)])
    }

    /// 403: the caller may know the resource and may not do this with it.
    package static func forbidden(detail: String? = nil, issues: [Issue] = []) -> Problem {
        Problem(
            .forbidden, code: "forbidden", title: "The caller may not do this.", detail: detail, issues: issues)
    }

    /// 404: no such resource, or one whose existence the caller may not know of.
    package static let notFound = Problem(.notFound, code: "not_found", title: "There is no such resource.")

    /// 405 with `Allow` (RFC 9110 section 15.5.6).
    package static func methodNotAllowed(allow: String) -> Problem {
        Problem(
            .methodNotAllowed, code: "method_not_allowed", title: "The resource does not have this method.",
            headers: [("Allow", allow)])
    }

    /// 406: no representation that the caller's `Accept` allows.
    package static let notAcceptable = Problem(
        .notAcceptable, code: "not_acceptable", title: "There is no representation that Accept allows.",
        detail: "Answers are application/json; errors are application/problem+json.")

    /// 409: the change contradicts the present state; `code` says how (`already_exists`, `state_conflict`, …).
    package static func conflict(code: String, title: String, detail: String? = nil, issues: [Issue] = []) -> Problem {
        Problem(.conflict, code: code, title: title, detail: detail, issues: issues)
    }

    /// 412: `If-Match` names a version that is no longer the present one.
    package static let stale = Problem(
        .preconditionFailed, code: "stale_version", title: "The resource has changed.",
        detail: "Read it again and repeat the change with its present ETag.")

    /// 413: the body has more than `limit` bytes.
    package static func payloadTooLarge(limit: Int) -> Problem {
        Problem(
            .payloadTooLarge, code: "payload_too_large", title: "The body is too large.",
            detail: "At most \(limit) bytes are taken.")
    }

    /// 415 with `Accept-Patch` or `Accept` (RFC 9110 section 15.5.16, RFC 5789 section 2.2).
    /// - Parameter header: `Accept-Patch` for PATCH, `Accept` for the others.
    package static func unsupportedMediaType(accept: String, header: String = "Accept") -> Problem {
        Problem(
            .unsupportedMediaType, code: "unsupported_media_type", title: "The body's media type is not taken.",
            detail: "Send \(accept).", headers: [(header, accept)])
    }

    /// 422: the body is JSON and breaks rules; all that were found.
    package static func validation(_ issues: [Issue]) -> Problem {
        Problem(.unprocessableEntity, code: "validation_failed", title: "The body breaks rules.", issues: issues)
    }

    /// 428: the resource requires `If-Match` on changes.
    package static let preconditionRequired = Problem(
        .preconditionRequired, code: "precondition_required", title: "The change needs an If-Match header.",
        detail: "Send the ETag of the version that the change is made to.")

    /// 500 without detail: what happened is in our log, under the request's id.
    package static let internalError = Problem(
        .internalServerError, code: "internal_error", title: "The server failed to answer.")

    /// 503 with `Retry-After` in seconds: a store is away, or too much is going on.
    package static func unavailable(retryAfter: Int = 1, detail: String? = nil) -> Problem {
        Problem(
            .serviceUnavailable, code: "unavailable", title: "The service cannot answer now.", detail: detail,
            headers: [("Retry-After", String(retryAfter))])
    }
}
