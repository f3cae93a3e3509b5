import NIOCore
import NIOHTTP1

/// One request, whole: its body has been read within its bound before an endpoint sees it.
package struct Request: Sendable {
    package var method: HTTPMethod
    /// The path as sent, without the query, percent-escapes not undone.
    package var path: Substring
    /// What stands after `?`, percent-escapes not undone.
    package var query: Substring?
    package var headers: HTTPHeaders
    /// The body; empty when there is none.
    package var body: ByteBuffer
    /// The variable segments of the path, in the order of the pattern: `{id}`, then `{section}`.
    package var parameters: [Substring]
    package var caller: Caller
    /// The `X-Request-Id` of the client when it is sane, else one of ours. Goes back in the answer and into logs.
    package var id: String
    /// When the answer must be on its way. Every wait of this request ends by then.
    package var deadline: ContinuousClock.Instant
    /// Whether the client is shown the former names of fields beside the present ones.
    package var showsFormerNames = false

    package init(
        method: HTTPMethod, path: Substring, query: Substring?, headers: HTTPHeaders, body: ByteBuffer,
        parameters: [Substring], caller: Caller, id: String, deadline: ContinuousClock.Instant
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.parameters = parameters
        self.caller = caller
        self.id = id
        self.deadline = deadline
    }
}
