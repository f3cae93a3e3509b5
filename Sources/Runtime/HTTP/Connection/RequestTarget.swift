/// The target of a request line (RFC 9112 section 3.2), taken apart.
struct RequestTarget {
    var path: Substring
    var query: Substring?
    /// `OPTIONS *`: the server as a whole.
    var isServer = false

    /// `nil` unless the target is in origin form, absolute form or `*`, all visible ASCII without a fragment.
    init?(_ uri: String) {
        let bytes = uri.utf8
        guard
            let scan = bytes.withContiguousStorageIfAvailable({ Self.scan($0) })
                ?? Array(bytes).withUnsafeBufferPointer({ Self.scan($0) })
        else { return nil }
        let questionMark = scan.questionMark.map { bytes.index(bytes.startIndex, offsetBy: $0) }
        let whole = uri[..<(questionMark ?? uri.endIndex)]
        query = questionMark.map { uri[bytes.index(after: $0)...] }
        if bytes.first == UInt8(ascii: "/") {
            path = whole
        } else if uri == "*" {
            path = whole
            isServer = true
        } else if let path = Self.pathOfAbsoluteForm(whole) {
            self.path = path
        } else {
            return nil
        }
    }

    private struct Scan {
        var questionMark: Int?
    }

    /// Where the query begins; `nil` when a byte may not be in a target. Every request pays for this, hence the pointer.
    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Scan? {
        var questionMark: Int?
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "#") else { return nil }
            if byte == UInt8(ascii: "?"), questionMark == nil { questionMark = index }
        }
        return Scan(questionMark: questionMark)
    }

    /// Clients of a proxy name the whole address; a server must take that too.
    private static func pathOfAbsoluteForm(_ target: Substring) -> Substring? {
        for scheme in ["http://", "https://"] {
            let prefix = target.utf8.prefix(scheme.utf8.count)
            guard prefix.elementsEqual(scheme.utf8, by: { $0 == $1 || $0 | 0x20 == $1 }) else { continue }
            let rest = target.utf8[prefix.endIndex...]
            guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return rest.isEmpty ? nil : "/" }
            return slash == rest.startIndex ? nil : target[slash...]
        }
        return nil
    }
}
