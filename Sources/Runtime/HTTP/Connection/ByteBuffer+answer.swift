import NIOCore
import NIOHTTP1

/// What an answer needs to know of its request and connection.
struct AnswerFrame {
    var requestID: String
    var dateLine: [UInt8]
    var isHead: Bool
    /// The connection ends with this answer.
    var closes: Bool
    /// HTTP/1.0 closes unless the answer says otherwise.
    var isHTTP10: Bool
}

extension ByteBuffer {
    /// Writes a whole answer, head and body, in HTTP/1.1's form.
    mutating func writeAnswer(_ response: Response, _ frame: AnswerFrame) {
        writeStatusLine(response.status)
        writeBytes(frame.dateLine)
        writeStaticString("X-Content-Type-Options: nosniff\r\nX-Request-Id: ")
        writeString(frame.requestID)
        writeStaticString("\r\n")
        writeDefaults(of: response)
        if let contentType = response.contentType { writeStaticString(contentType.line) }
        if let etag = response.etag {
            writeStaticString("ETag: ")
            writeString(etag)
            writeStaticString("\r\n")
        }
        for (name, value) in response.headers where !Self.isFraming(name) { writeField(name, value) }
        if frame.closes {
            writeStaticString("Connection: close\r\n")
        } else if frame.isHTTP10 {
            writeStaticString("Connection: keep-alive\r\n")
        }
        writeBody(of: response, isHead: frame.isHead)
    }

    /// The fields that each answer has unless the endpoint sets its own.
    private mutating func writeDefaults(of response: Response) {
        let named = response.headers
        if named.isEmpty || !named.contains(where: { $0.name.isSameField("Vary") }) {
            writeStaticString("Vary: Authorization\r\n")
        }
        guard named.isEmpty || !named.contains(where: { $0.name.isSameField("Cache-Control") }) else { return }
        let mayBeKept = response.etag != nil && response.status.code < 400
        writeStaticString(
            mayBeKept ? "Cache-Control: private, no-cache\r\n" : "Cache-Control: no-store\r\n")
    }

    /// RFC 9110 section 8.6: no Content-Length with 1xx and 204, and none that could be wrong with 304.
    private mutating func writeBody(of response: Response, isHead: Bool) {
        let code = response.status.code
        guard code >= 200, code != 204, code != 304 else {
            writeStaticString("\r\n")
            return
        }
        writeStaticString("Content-Length: ")
        writeDecimal(response.body?.readableBytes ?? 0)
        writeStaticString("\r\n\r\n")
        if !isHead, let body = response.body { writeImmutableBuffer(body) }
    }

    private mutating func writeStatusLine(_ status: HTTPResponseStatus) {
        switch status {
        case .ok: writeStaticString("HTTP/1.1 200 OK\r\n")
        case .notModified: writeStaticString("HTTP/1.1 304 Not Modified\r\n")
        default: writeString("HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n")
        }
    }

    /// A field from an endpoint. A control character in a value would begin another field, so it becomes a space.
    private mutating func writeField(_ name: String, _ value: String) {
        writeString(name)
        writeStaticString(": ")
        if value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) {
            writeString(value)
        } else {
            writeBytes(value.utf8.map { $0 >= 0x20 && $0 != 0x7F ? $0 : 0x20 })
        }
        writeStaticString("\r\n")
    }

    private mutating func writeDecimal(_ number: Int) {
        if number < 10 {
            writeInteger(UInt8(ascii: "0") + UInt8(number))
        } else {
            writeDecimal(number / 10)
            writeInteger(UInt8(ascii: "0") + UInt8(number % 10))
        }
    }

    /// Where the message ends is the server's to say.
    private static func isFraming(_ name: String) -> Bool {
        name.isSameField("Content-Length") || name.isSameField("Transfer-Encoding") || name.isSameField("Connection")
    }
}

extension String {
    fileprivate func isSameField(_ other: String) -> Bool {
        utf8.count == other.utf8.count && lowercased() == other.lowercased()
    }
}

extension Response.ContentType {
    fileprivate var line: StaticString {
        switch self {
        case .json: "Content-Type: application/json\r\n"
        case .problem: "Content-Type: application/problem+json\r\n"
        case .text: "Content-Type: text/plain; charset=utf-8\r\n"
        case .html: "Content-Type: text/html; charset=utf-8\r\n"
        case .css: "Content-Type: text/css; charset=utf-8\r\n"
        case .script: "Content-Type: text/javascript; charset=utf-8\r\n"
        case .png: "Content-Type: image/png\r\n"
        case .prometheus: "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
        }
    }
}
