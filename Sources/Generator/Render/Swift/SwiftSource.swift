/// Swift text that is built line by line, indented as it goes.
struct SwiftSource {
    private(set) var text: String
    private var depth = 0
    private var indent = ""

    /// A file with the head of all generated files.
    init(imports: [String] = []) {
        text = """
            // Generated from spec/users.yaml by rosterc. Do not edit: change the spec and build.

            """
        if !imports.isEmpty {
            text += "\n" + imports.map { "import \($0)\n" }.joined()
        }
    }

    /// One line, or several when `line` has breaks; each is indented. An empty line stays empty.
    mutating func line(_ line: String = "") {
        // A document has megabytes, and nothing to indent; most other lines are one.
        guard depth > 0, line.bytesBeforeLineFeed != nil else {
            if !line.isEmpty { text += indent }
            text += line
            text += "\n"
            return
        }
        var rest = line[...]
        // By bytes, since a carriage return and a line feed are one character.
        while let count = rest.bytesBeforeLineFeed {
            let end = rest.utf8.index(rest.startIndex, offsetBy: count)
            append(rest[..<end])
            rest = rest[rest.utf8.index(after: end)...]
        }
        append(rest)
    }

    private mutating func append(_ line: Substring) {
        if !line.isEmpty {
            text += indent
            text += line
        }
        text += "\n"
    }

    mutating func doc(_ comment: String) {
        for part in comment.unicodeScalars.split(separator: "\n") { line("/// " + String(part)) }
    }

    /// `head {`, what `body` writes, one step further in, and `}`.
    mutating func block(_ head: String, _ body: (inout SwiftSource) -> Void) {
        line(head + " {")
        indented(body)
        line("}")
    }

    mutating func indented(_ body: (inout SwiftSource) -> Void) {
        let outer = indent
        indent += "    "
        depth += 1
        body(&self)
        depth -= 1
        indent = outer
    }

    /// A call or a literal, on one line when it fits into 120 columns, else an item a line.
    mutating func list(_ head: String, _ items: [String], _ tail: String) {
        let short = head + items.joined(separator: ", ") + tail
        guard depth * 4 + short.count > 120 || short.contains("\n") else { return line(short) }
        line(head)
        // A literal of several lines ends in a comma, a call does not.
        let last = head.hasSuffix("[") ? "," : ""
        indented { source in
            for (index, item) in items.enumerated() {
                source.line(item + (index + 1 < items.count ? "," : last))
            }
        }
        line(tail)
    }
}
