import NIOHTTP1

/// An error as clients see it: `application/problem+json` (RFC 9457), made in one place.
///
/// A problem never carries text of Postgres, Redis or a token, nor a value that the client sent.
package struct Problem: Error, Sendable {
    /// A stable word: `not_found`, `stale_version`, `invalid_json`, … The `type` member is `/problems/<code>`.
    package var code: String
    package var status: HTTPResponseStatus
    /// One sentence for every problem of this code.
    package var title: String
    /// What is particular to this occurrence.
    package var detail: String?
    package var issues: [Issue]
    /// Header fields of the answer, such as `Retry-After`, `Allow` or `WWW-Authenticate`.
    package var headers: [(name: String, value: String)]

    package init(
        _ status: HTTPResponseStatus, code: String, title: String, detail: String? = nil, issues: [Issue] = [],
        headers: [(name: String, value: String)] = []
    ) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.issues = issues
        self.headers = headers
    }
}
