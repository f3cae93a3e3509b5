/// What texts of a format look like, as regular expressions that JSON Schema's validators share (ECMA-262, and read alike
/// by Python's `re`). The server's own rules are the measure.
enum TextPatterns {
    /// All patterns that a text must match, of its format first.
    static func all(of rules: Contract.TextRules) -> [String] {
        var patterns = [format(rules.format, isTrimmed: rules.trim)]
        // White space is taken from the ends before the length is looked at.
        if rules.trim, rules.minimum > 0 { patterns.append("[^\(whiteSpace)]") }
        if let pattern = rules.pattern { patterns.append(pattern) }
        return patterns
    }

    private static func format(_ format: Contract.TextRules.Format, isTrimmed: Bool) -> String {
        let inner = self.inner(format)
        return isTrimmed ? "^[\(whiteSpace)]*\(inner)[\(whiteSpace)]*$" : "^\(inner)$"
    }

    private static func inner(_ format: Contract.TextRules.Format) -> String {
        switch format {
        // No control characters; in a text there may be tabs and line feeds.
        case .line: "[^\\u0000-\\u001f\\u007f-\\u009f]*"
        case .text: "[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*"
        case .slug: "[a-z0-9]+(-[a-z0-9]+)*"
        case .phone: "\\+[1-9][0-9]{6,14}"
        case .country: "[A-Z]{2}"
        case .email: email
        case .url: url
        case .language: language
        case .timezone: "[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*"
        }
    }

    /// Unicode's `White_Space`.
    private static let whiteSpace =
        "\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"

    private static let label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"

    /// A dot-string, and a host with a dot whose last label is no number (RFC 5321 section 4.1.2).
    private static let email = {
        let atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
        return "(?![^@]{65})\(atom)(\\.\(atom))*@(\(label)\\.)+(?![0-9]+$)\(label)"
    }()

    /// An absolute http or https URL with a host and without user information (RFC 3986). The server takes hosts that are
    /// IPv6 addresses too, which no expression of a bearable length describes.
    private static let url = {
        let octet = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
        let name = "(\(label)\\.)*(?![0-9]+\\.?([:/?#]|$))\(label)"
        let port = "([0-9]{1,4}|[0-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
        let rest = "([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*"
        // At most 253 characters, and a dot at the end.
        let short = "(?![^/?#:]{253}[^/?#:.])(?![^/?#:]{255})"
        return
            "[Hh][Tt][Tt][Pp][Ss]?://\(short)((\(octet)\\.){3}\(octet)|\(name))\\.?(:\(port))?([/?]\(rest))?(#\(rest))?"
    }()

    /// The shape of a language tag: language, script, region, variants, extensions (RFC 5646 section 2.1).
    private static let language = {
        let more = "(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
        let extensions = "(-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*(-[Xx](-[A-Za-z0-9]{1,8})+)?"
        return "([A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})\(more)\(extensions)"
    }()
}
