import NIOHTTP1

/// Why a token is refused, in words that help its owner and nobody who forges one.
enum TokenRefusal: String, Error, Sendable {
    case malformed = "the access token is malformed"
    /// One answer for a wrong signature, an unknown key and a wrong algorithm: which of them it is would help only
    /// somebody who tries.
    case untrusted = "the access token is not signed by a trusted key"
    case expired = "the access token has expired"
    case notYetValid = "the access token is not valid yet"
    case otherIssuer = "the access token is from another issuer"
    case otherAudience = "the access token is meant for another service"
    case noIdentity = "the access token names no identity"
}

extension Problem {
    /// A 401 for a token that is not valid (RFC 6750 section 3.1, `invalid_token`).
    static func invalidToken(_ refusal: TokenRefusal) -> Problem {
        let words = refusal.rawValue
        return Problem(
            .unauthorized, code: "invalid_token", title: "The access token is not valid", detail: words,
            headers: [
                (
                    "WWW-Authenticate",
                    "Bearer realm=\"roster\", error=\"invalid_token\", error_description=\"\(words)\""
                )
            ])
    }

    /// A 401 for a request that needs a token and has none, or credentials of another scheme. It names no error code,
    /// since no token was presented (RFC 6750 section 3.1). Endpoints throw it for anonymous callers.
    package static var authenticationRequired: Problem {
        Problem(
            .unauthorized, code: "authentication_required", title: "This request needs an access token",
            headers: [("WWW-Authenticate", "Bearer realm=\"roster\"")])
    }
}
