import NIOHTTP1

/// What stands behind one method of one route.
package protocol Endpoint: Sendable {
    /// Answers when nothing must be waited for, which is asked first, on the connection's event loop: a cache hit, a
    /// refused caller. `nil` means that `answer` must be asked. Never blocks.
    func answerNow(_ request: Request) throws(Problem) -> Response?

    /// Answers, waiting for stores where it must. A thrown `Problem` becomes the answer; any other error is a 500
    /// without detail, and is logged.
    func answer(_ request: Request) async throws -> Response
}

extension Endpoint {
    package func answerNow(_ request: Request) throws(Problem) -> Response? { nil }
}

/// One row of the route table that the generator emits: a pattern and an endpoint for each method that it has.
package struct Route: Sendable {
    /// Segments in braces are variable and match exactly one non-empty segment: `/api/users/{id}/settings`.
    /// A fixed segment goes before a variable one, so `/api/users/me` is never `{id}`.
    package let pattern: String
    /// HEAD is answered by GET's endpoint without the body, and OPTIONS by the server; neither is listed.
    package let endpoints: [(method: HTTPMethod, endpoint: any Endpoint)]

    package init(_ pattern: String, _ endpoints: [(method: HTTPMethod, endpoint: any Endpoint)]) {
        self.pattern = pattern
        self.endpoints = endpoints
    }
}
