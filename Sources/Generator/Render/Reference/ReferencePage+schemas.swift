/// What values look like.
extension ReferencePage {
    var schemas: String {
        members(document["components"]?["schemas"]).map { name, schema in
            let description = string(schema["description"])
            var text = "<section>\n<h3 id=\"\(anchor(name))\">\(HTML.escaped(name))</h3>\n"
            if !description.isEmpty { text += "<p>\(HTML.prose(description))</p>\n" }
            let required = words(schema["required"])
            let rows = members(schema["properties"]).map { property, rule in
                [
                    HTML.code(property) + (required.contains(property) ? " <em>required</em>" : ""), type(rule),
                    ([HTML.prose(string(rule["description"]))] + notes(rule)).filter { !$0.isEmpty }
                        .joined(separator: "<br>"),
                ]
            }
            text += rows.isEmpty ? "<p>\(type(schema))</p>\n" : HTML.table(["Member", "Type", "Meaning"], rows)
            return text + "</section>\n"
        }.joined()
    }

    /// A schema in a few words, with a link where it is one of those below.
    func type(_ schema: JSONTree) -> String {
        if case .string(let path)? = schema["$ref"] {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return "<a href=\"#\(anchor(name))\">\(HTML.escaped(name))</a>"
        }
        if let all = schema["allOf"], let first = elements(all).first, first["$ref"] != nil { return type(first) }
        let kinds = kinds(schema["type"])
        var text = HTML.escaped(kinds.joined(separator: " or "))
        if let items = schema["items"] { text += " of " + type(items) }
        let choices = elements(schema["enum"])
        if !choices.isEmpty { text += ": " + choices.map { HTML.code($0.text()) }.joined(separator: ", ") }
        if let format = schema["format"] { text += " (\(HTML.escaped(string(format))))" }
        let bounds = ["minLength", "maxLength", "minimum", "maximum", "minItems", "default"].compactMap { word in
            schema[word].map { "\(word) \(HTML.code($0.text()))" }
        }
        return ([text] + bounds).joined(separator: ", ")
    }

    private func notes(_ rule: JSONTree) -> [String] {
        var notes: [String] = []
        if rule["readOnly"] != nil { notes.append("Set by the server.") }
        if rule["writeOnly"] != nil { notes.append("Never shown.") }
        if rule["deprecated"] != nil { notes.append("<strong>Deprecated.</strong>") }
        for (word, meaning) in [("x-roles-read", "Shown to"), ("x-roles-write", "Set by")] {
            let roles = words(rule[word])
            if !roles.isEmpty { notes.append("\(meaning) \(roles.map(HTML.code).joined(separator: ", ")).") }
        }
        return notes
    }

    private func anchor(_ name: String) -> String { "schema-" + HTML.escaped(name) }

    private func kinds(_ type: JSONTree?) -> [String] {
        if case .string(let kind)? = type { [kind] } else { words(type) }
    }

    // MARK: Reading the tree

    func string(_ value: JSONTree?) -> String {
        if case .string(let text)? = value { text } else { "" }
    }

    func elements(_ value: JSONTree?) -> [JSONTree] {
        if case .array(let items)? = value { items } else { [] }
    }

    func words(_ value: JSONTree?) -> [String] { elements(value).map(string) }

    func members(_ value: JSONTree?) -> [(String, JSONTree)] {
        if case .object(let members)? = value { members } else { [] }
    }
}
