/// TypeScript text that is built line by line, indented as it goes.
struct TypeScriptSource {
    private(set) var text = ""
    private var depth = 0

    /// One line, or several when `line` has breaks; each is indented. An empty line stays empty.
    mutating func line(_ line: String = "") {
        for part in line.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            text += part.isEmpty ? "\n" : String(repeating: "  ", count: depth) + String(part) + "\n"
        }
    }

    /// A JSDoc comment of these sentences and tags, each on its own line; nothing when there is none.
    mutating func doc(_ lines: [String]) {
        let lines = lines.flatMap { Self.escaped($0).unicodeScalars.split(separator: "\n").map(String.init) }
        guard let first = lines.first else { return }
        guard lines.count > 1 else { return line("/** \(first) */") }
        line("/**")
        for text in lines { line(" * " + text) }
        line(" */")
    }

    /// `head {`, what `body` writes, one step further in, and `}`.
    mutating func block(_ head: String, _ body: (inout TypeScriptSource) -> Void) {
        line(head + " {")
        depth += 1
        body(&self)
        depth -= 1
        line("}")
    }

    /// `name(parameters): result {`, a parameter a line where they do not fit into 100 columns.
    mutating func function(
        _ name: String, _ parameters: [String], _ result: String, _ body: (inout TypeScriptSource) -> Void
    ) {
        let short = "\(name)(\(parameters.joined(separator: ", "))): \(result)"
        guard depth * 2 + short.count + 2 > 100 else { return block(short, body) }
        line(name + "(")
        for parameter in parameters { line("  " + parameter + ",") }
        block("): \(result)", body)
    }

    /// `head "a" | "b";`, on one line when it fits into 100 columns, else a member a line.
    mutating func union(_ head: String, _ members: [String]) {
        let short = head + " " + members.joined(separator: " | ") + ";"
        guard depth * 2 + short.count > 100 else { return line(short) }
        line(head)
        for (index, member) in members.enumerated() {
            line("  | " + member + (index + 1 < members.count ? "" : ";"))
        }
    }

    /// A description can hold the end of a comment, and a tab or a carriage return, which would break its lines.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar == "/", escaped.hasSuffix("*") {
                escaped += "\\/"
            } else {
                escaped.unicodeScalars.append(["\t", "\r"].contains(scalar) ? " " : scalar)
            }
        }
        return escaped
    }
}
