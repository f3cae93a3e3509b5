import NIOHTTP1

/// The value of `If-Match` or `If-None-Match` (RFC 9110 sections 13.1.1 and 13.1.2).
///
/// `W/"x"` is taken as `"x"`, since compressing proxies make a weak tag of ours. A list that is malformed matches
/// nothing: with If-Match the change is refused, with If-None-Match the whole answer is sent; both are safe.
package enum ETagCondition: Equatable, Sendable {
    /// `*`: any present version.
    case any
    /// Opaque tags with their quotes.
    case tags([Substring])
    case malformed

    /// The condition in a header field; `nil` when the field was not sent. Several fields of the name are one list.
    package init?(_ name: String, in headers: HTTPHeaders) {
        guard let first = headers.first(name: name) else { return nil }
        let all = headers[name]
        self.init(all.count == 1 ? first : all.joined(separator: ","))
    }

    package init(_ text: String) {
        let bytes = text.utf8
        var tags: [Substring] = []
        var position = bytes.startIndex
        var expectsTag = true
        while position < bytes.endIndex {
            let byte = bytes[position]
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
                position = bytes.index(after: position)
            } else if byte == UInt8(ascii: ",") {
                // Empty elements are to be skipped (RFC 9110 section 5.6.1.2).
                expectsTag = true
                position = bytes.index(after: position)
            } else if expectsTag, let tag = Self.tag(at: &position, in: text) {
                tags.append(tag)
                expectsTag = false
            } else {
                self = Self.isStar(text) ? .any : .malformed
                return
            }
        }
        self = tags.isEmpty ? .malformed : .tags(tags)
    }

    /// Whether the present version satisfies the condition.
    /// - Parameter etag: the strong tag of the present version, with its quotes.
    package func matches(_ etag: String) -> Bool {
        switch self {
        case .any: true
        case .malformed: false
        case .tags(let tags): tags.contains { $0.utf8.elementsEqual(etag.utf8) }
        }
    }

    /// Reads one `entity-tag` (RFC 9110 section 8.8.3) and moves past it.
    private static func tag(at position: inout String.Index, in text: String) -> Substring? {
        let bytes = text.utf8
        var start = position
        if bytes[start...].starts(with: "W/".utf8) { start = bytes.index(start, offsetBy: 2) }
        guard start < bytes.endIndex, bytes[start] == UInt8(ascii: "\"") else { return nil }
        var end = bytes.index(after: start)
        while end < bytes.endIndex, bytes[end] != UInt8(ascii: "\"") {
            guard bytes[end] > 0x20, bytes[end] != 0x7F else { return nil }
            end = bytes.index(after: end)
        }
        guard end < bytes.endIndex else { return nil }
        position = bytes.index(after: end)
        return text[start..<position]
    }

    private static func isStar(_ text: String) -> Bool {
        text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } == [UInt8(ascii: "*")]
    }
}
