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

    /// From one `#` to the next, since a document has megabytes and few of them.
    private static func longestRun(in bytes: UnsafePointer<UInt8>, count: Int, quotes needed: Int) -> Int {
        var longest = 0
        var place = 0
        while let start = ByteSearch.first(0x23, in: bytes, from: place, count: count) {
            var end = start
            while end < count, bytes[end] == 0x23 { end &+= 1 }
            // Looked at only where it would count: a backslash, or the quotes, just before.
            if end - start > longest, ends(bytes, start, quotes: needed) { longest = end - start }
            place = end
        }
        return longest
    }

    /// Whether the bytes before `end` are so many quotes or a backslash.
    private static func ends(_ bytes: UnsafePointer<UInt8>, _ end: Int, quotes needed: Int) -> Bool {
        if end > 0, bytes[end - 1] == 0x5C { return true }
        var quotes = 0
        while quotes < min(needed, end), bytes[end - 1 - quotes] == 0x22 { quotes += 1 }
        return quotes == needed
    }
}
