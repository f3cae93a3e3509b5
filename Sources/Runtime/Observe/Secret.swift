/// A text that never prints itself: not by interpolation, `print`, `dump` or a log's metadata.
package struct Secret: Sendable, Equatable {
    private let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// The text itself, for the one place that needs it. What it is put into must not be logged either.
    package func reveal() -> String { text }

    package var isEmpty: Bool { text.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package static let mask = "•••"

    package var description: String { Self.mask }
    package var debugDescription: String { Self.mask }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension Secret {
    /// The text as a URL of a store, in the parts that may be shown: `postgres://roster:•••@db.internal:5432/users?•••`.
    ///
    /// Shows only what is surely no secret: anything that is not plainly scheme, user, host, port and path is masked, as
    /// is a query, which may hold a password too. What is no such URL (libpq's `host=… password=…`) is masked whole.
    package var redactedURL: String {
        guard let schemeEnd = text.firstRange(of: "://") else { return Self.mask }
        let scheme = text[..<schemeEnd.lowerBound]
        let rest = text[schemeEnd.upperBound...]
        let authorityEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        let address = rest[..<authorityEnd]
        let afterUser = address.lastIndex(of: "@").map(rest.index(after:))
        let host = afterUser.map { address[$0...] } ?? address
        let tail = rest[authorityEnd...]
        let pathEnd = tail.firstIndex { "?#".contains($0) } ?? tail.endIndex
        // An `@` behind the address means that a password with `/`, `?` or `#` ended it early.
        guard Self.isPlain(scheme), Self.isPlain(host), Self.isPlain(tail[..<pathEnd]), !tail.contains("@") else {
            return Self.mask
        }
        let user = afterUser.map { Self.redactedUser(address[..<rest.index(before: $0)]) + "@" } ?? ""
        return "\(scheme)://\(user)\(host)\(tail[..<pathEnd])\(pathEnd < tail.endIndex ? "?" + Self.mask : "")"
    }

    private static func redactedUser(_ user: Substring) -> String {
        guard let colon = user.firstIndex(of: ":") else { return isPlain(user) ? String(user) : mask }
        let name = user[..<colon]
        return (isPlain(name) ? String(name) : mask) + ":" + mask
    }

    /// Whether a part is made of what names, addresses and paths are made of. A password with an `@` or a slash that was
    /// not escaped shifts the parts, so a part with anything else is not trusted to be what it seems.
    private static func isPlain(_ part: Substring) -> Bool {
        part.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: ".-_:/[],".utf8.contains(byte)
            }
        }
    }
}
