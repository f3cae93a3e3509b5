/// Values of the spec as JSON text (RFC 8259).
enum JSONLiteral {
    static func text(_ literal: Spec.Literal) -> String {
        switch literal {
        case .string(let text): quoted(text)
        case .integer(let value): String(value)
        case .decimal(let digits): digits
        case .bool(let value): value ? "true" : "false"
        case .list(let items): "[" + items.map(text).joined(separator: ",") + "]"
        case .map(let entries):
            "{" + entries.map { "\(quoted($0.key)):\(text($0.value))" }.joined(separator: ",") + "}"
        }
    }

    static func quoted(_ text: String) -> String {
        var quoted = ""
        append(text, to: &quoted)
        return quoted
    }

    /// The same at the end of a longer text.
    static func append(_ text: String, to quoted: inout String) {
        quoted += "\""
        if PlainText.holds(text) { quoted += text } else { appendEscaped(text, to: &quoted) }
        quoted += "\""
    }

    private static func appendEscaped(_ text: String, to quoted: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
    }
}
