import NIOCore
import NIOHTTP1

extension Problem {
    /// The answer that shows this problem: RFC 9457, with our members `code`, `trace_id` and `errors`.
    /// - Parameter requestID: ends as `trace_id`, by which the log of the request is found.
    package func response(requestID: String) -> Response {
        Response(status, contentType: .problem, body: document(requestID: requestID), headers: headers)
    }

    private func document(requestID: String) -> ByteBuffer {
        var out = ByteBufferAllocator().buffer(capacity: 256 + issues.count * 128)
        out.writeStaticString("{\"type\":")
        out.writeQuoted("/problems/" + code)
        out.writeStaticString(",\"code\":")
        out.writeQuoted(code)
        out.writeStaticString(",\"title\":")
        out.writeQuoted(title)
        out.writeString(",\"status\":\(status.code)")
        if let detail {
            out.writeStaticString(",\"detail\":")
            out.writeQuoted(detail)
        }
        out.writeStaticString(",\"trace_id\":")
        out.writeQuoted(requestID)
        if !issues.isEmpty { writeIssues(to: &out) }
        out.writeStaticString("}")
        return out
    }

    private func writeIssues(to out: inout ByteBuffer) {
        out.writeStaticString(",\"errors\":[")
        for (index, issue) in issues.enumerated() {
            out.writeStaticString(index == 0 ? "{\"pointer\":" : ",{\"pointer\":")
            out.writeQuoted(issue.pointer)
            out.writeStaticString(",\"code\":")
            out.writeQuoted(issue.code)
            out.writeStaticString(",\"message\":")
            out.writeQuoted(issue.message)
            if let limit = issue.limit { out.writeString(",\"limit\":\(limit)") }
            out.writeStaticString("}")
        }
        out.writeStaticString("]")
    }
}

extension ByteBuffer {
    /// Writes a JSON string (RFC 8259 section 7) with its quotes.
    fileprivate mutating func writeQuoted(_ text: String) {
        writeInteger(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): writeStaticString("\\\"")
            case UInt8(ascii: "\\"): writeStaticString("\\\\")
            case 0x00..<0x20: writeControl(byte)
            default: writeInteger(byte)
            }
        }
        writeInteger(UInt8(ascii: "\""))
    }

    private mutating func writeControl(_ byte: UInt8) {
        let hexadecimal: StaticString = "0123456789abcdef"
        writeStaticString("\\u00")
        writeInteger(hexadecimal.utf8Start[Int(byte >> 4)])
        writeInteger(hexadecimal.utf8Start[Int(byte & 0xF)])
    }
}
