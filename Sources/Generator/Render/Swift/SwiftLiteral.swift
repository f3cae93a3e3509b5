/// Escaping for Swift.
enum SwiftLiteral {
    static func quoted(_ text: String) -> String {
        if PlainText.holds(text) { return "\"" + text + "\"" }
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
        let hashes = hashes(outside: text, quotes: 3)
        return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
    }

    /// A raw literal of one line.
    static func rawLine(_ text: String) -> String {
        let hashes = hashes(outside: text, quotes: 1)
        return "\(hashes)\"\(text)\"\(hashes)"
    }

    /// More `#` than ever follow as many quotes, or a backslash, in `text`.
    ///
    /// By bytes, as the compiler looks: to `String`, a `#` with an accent on it is another character.
    private static func hashes(outside text: String, quotes needed: Int) -> String {
        var text = text
        let longest = text.withUTF8 { bytes in
            bytes.baseAddress.map { longestRun(in: $0, count: bytes.count, quotes: needed) } ?? 0
        }
        return String(repeating: "#", count: longest + 1)
    }

    /// In one pass over a pointer, since a document has megabytes and builds run this without optimisation, where an
    /// iterator costs several calls a byte.
    private static func longestRun(in bytes: UnsafePointer<UInt8>, count: Int, quotes needed: Int) -> Int {
        var (quotes, run, longest, follows) = (0, 0, 0, false)
        var index = 0
        while index < count {
            let byte = bytes[index]
            index &+= 1
            if byte == 0x23 {  // #
                if follows { run &+= 1 }
                if run > longest { longest = run }
                quotes = 0
            } else if byte == 0x22 {  // "
                quotes &+= 1
                follows = quotes >= needed
                run = 0
            } else {
                quotes = 0
                follows = byte == 0x5C  // \
                run = 0
            }
        }
        return longest
    }
}
