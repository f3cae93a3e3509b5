/// HTML as text that grows; whatever comes from a spec goes through `escaped`.
enum HTML {
    /// Text as it may stand in an element or in a quoted attribute.
    static func escaped(_ text: String) -> String {
        if PlainText.holds(text) { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// An element around text that is escaped here.
    static func text(_ name: String, _ text: String) -> String {
        "<" + name + ">" + escaped(text) + "</" + name + ">"
    }

    /// A sentence in which what stands between backticks is code. A backtick without its partner is one.
    static func prose(_ text: String) -> String {
        guard text.utf8.contains(0x60) else { return escaped(text) }
        var parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        if parts.count.isMultiple(of: 2), let last = parts.popLast(), let before = parts.popLast() {
            parts.append(before + "`" + last)
        }
        return parts.enumerated().map { $0.isMultiple(of: 2) ? escaped($1) : code($1) }.joined()
    }

    static func code(_ text: String) -> String { "<code>" + escaped(text) + "</code>" }

    /// A table with a heading for each column; the cells are HTML. Nothing without rows.
    static func table(_ headings: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        // Written on at the end of one text: most of the page is tables.
        var text = "<table>\n<thead><tr>"
        for heading in headings {
            text += "<th scope=\"col\">"
            text += escaped(heading)
            text += "</th>"
        }
        text += "</tr></thead>\n<tbody>\n"
        for row in rows {
            text += "<tr>"
            for cell in row {
                text += "<td>"
                text += cell
                text += "</td>"
            }
            text += "</tr>\n"
        }
        return text + "</tbody>\n</table>\n"
    }
}
