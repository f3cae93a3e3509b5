/// Escaping for Swift.
enum SwiftLiteral {
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}": quoted += "\\u{\(String(scalar.value, radix: 16))}"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// `1_000_000`
    static func grouped(_ number: Int) -> String {
        var groups: [String] = []
        var rest = number.magnitude
        while rest >= 1_000 {
            let group = String(rest % 1_000)
            groups.append(String(repeating: "0", count: 3 - group.count) + group)
            rest /= 1_000
        }
        return (number < 0 ? "-" : "") + ([String(rest)] + groups.reversed()).joined(separator: "_")
    }

    /// A raw multi-line literal whose delimiter does not occur in `text`; its lines stand at the current indent.
    static func raw(_ text: String) -> String {
        var hashes = "#"
        while occurs("\"\"\"" + hashes, in: text) || occurs("\\" + hashes, in: text) { hashes += "#" }
        return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
    }

    /// A raw literal of one line.
    static func rawLine(_ text: String) -> String {
        var hashes = "#"
        while occurs("\"" + hashes, in: text) || occurs("\\" + hashes, in: text) { hashes += "#" }
        return "\(hashes)\"\(text)\"\(hashes)"
    }

    /// By bytes, as the compiler looks: to `String`, a `#` with an accent on it is another character.
    private static func occurs(_ delimiter: String, in text: String) -> Bool {
        let (delimiter, bytes) = (Array(delimiter.utf8), Array(text.utf8))
        guard bytes.count >= delimiter.count else { return false }
        return (0...bytes.count - delimiter.count).contains { start in
            bytes[start] == delimiter[0] && bytes[start..<start + delimiter.count].elementsEqual(delimiter)
        }
    }
}
