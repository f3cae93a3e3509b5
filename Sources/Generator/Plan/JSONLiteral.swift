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

    /// By pointer, from one byte that needs it to the next: builds run this without optimisation, where looking at a scalar
    /// takes several calls.
    private static func appendEscaped(_ text: String, to quoted: inout String) {
        var text = text
        text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return }
            func piece(_ from: Int, _ end: Int) -> String {
                String(decoding: UnsafeBufferPointer(start: start + from, count: end - from), as: UTF8.self)
            }
            var plain = 0
            var place = 0
            while place < bytes.count {
                let byte = start[place]
                if byte < 0x20 || byte == 0x22 || byte == 0x5C {
                    quoted += piece(plain, place)
                    quoted += escape(byte)
                    plain = place + 1
                }
                place += 1
            }
            quoted += piece(plain, place)
        }
    }

    /// What stands for a quote, a backslash or a control.
    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case 0x22: return "\\\""
        case 0x5C: return "\\\\"
        case 0x0A: return "\\n"
        case 0x09: return "\\t"
        case 0x0D: return "\\r"
        default:
            let digits = String(byte, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
