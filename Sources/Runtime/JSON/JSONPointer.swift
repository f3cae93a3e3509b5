/// Where a value stands in a document (RFC 6901).
package struct JSONPointer: Equatable, Sendable {
    package enum Token: Equatable, Sendable {
        case name(String)
        case index(Int)
    }

    /// Names longer than this many bytes are cut, with an ellipsis: a name comes from the client, and one long name
    /// could otherwise be repeated in the pointers of many issues.
    package static let longestName = 256

    /// From the root on. Empty for the whole document.
    package var tokens: [Token]

    package init(_ tokens: [Token] = []) {
        self.tokens = tokens
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The pointer as text: `/privacy_settings/visibility`, empty for the whole document. `~` and `/` in names are
    /// written as `~0` and `~1` (section 3).
    package var description: String {
        var text = ""
        for token in tokens {
            text += "/"
            switch token {
            case .index(let index): text += String(index)
            case .name(let name): Self.append(name, to: &text)
            }
        }
        return text
    }

    private static func append(_ name: String, to text: inout String) {
        var length = 0
        for scalar in name.unicodeScalars {
            length += UTF8.width(scalar)
            guard length <= longestName else {
                text += "…"
                return
            }
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
