import NIOCore
import NIOHTTP1

/// An answer. The server adds `Date`, `Content-Length`, `X-Request-Id`, `Connection` and the headers that every answer
/// has; an endpoint sets what is its own.
package struct Response: Sendable {
    package var status: HTTPResponseStatus
    /// A strong entity tag with its quotes (RFC 9110 section 8.8.3).
    package var etag: String?
    package var contentType: ContentType?
    /// Further header fields, of which there are rarely any.
    package var headers: [(name: String, value: String)]
    package var body: ByteBuffer?

    package enum ContentType: String, Sendable {
        case json = "application/json"
        case problem = "application/problem+json"
        case text = "text/plain; charset=utf-8"
        case html = "text/html; charset=utf-8"
        case css = "text/css; charset=utf-8"
        case script = "text/javascript; charset=utf-8"
        case png = "image/png"
        case prometheus = "text/plain; version=0.0.4; charset=utf-8"
    }

    package init(
        _ status: HTTPResponseStatus, contentType: ContentType? = nil, body: ByteBuffer? = nil, etag: String? = nil,
        headers: [(name: String, value: String)] = []
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.etag = etag
        self.headers = headers
    }
}
