import NIOHTTP1

/// Problems of the protocol, which the server answers before an endpoint is asked.
extension Problem {
    /// 408: a request began and did not end in time.
    static let requestTimeout = Problem(
        .requestTimeout, code: "request_timeout", title: "The request was not complete in time.")

    /// 414: the target has more than `limit` bytes.
    static func uriTooLong(limit: Int) -> Problem {
        Problem(
            .uriTooLong, code: "uri_too_long", title: "The request target is too long.",
            detail: "At most \(limit) bytes are taken.")
    }

    /// 417: an `Expect` other than `100-continue`.
    static let expectationFailed = Problem(
        .expectationFailed, code: "expectation_failed", title: "The expectation cannot be met.",
        detail: "Only 100-continue is known.")

    /// 431: the header section has more than `limit` bytes.
    static func headersTooLarge(limit: Int) -> Problem {
        Problem(
            .requestHeaderFieldsTooLarge, code: "headers_too_large", title: "The header fields are too large.",
            detail: "At most \(limit) bytes are taken.")
    }

    /// 501: a transfer coding other than `chunked`, or CONNECT.
    static func notImplemented(_ detail: String) -> Problem {
        Problem(.notImplemented, code: "not_implemented", title: "The server does not have this.", detail: detail)
    }

    /// 505: neither HTTP/1.0 nor HTTP/1.1.
    static let versionNotSupported = Problem(
        .httpVersionNotSupported, code: "http_version_not_supported", title: "The HTTP version is not supported.")
}
