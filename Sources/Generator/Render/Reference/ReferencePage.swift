/// The OpenAPI document as one page for people: static HTML without scripts, made of nothing but the document, so that
/// whatever stands there stands here too.
struct ReferencePage {
    let document: JSONTree
    /// The operations under their tags, in the document's order.
    private var chapters: [Chapter] = []
    /// What follows the status in the rows of the answers that many operations share, by their references.
    private var sharedAnswers: [String: [String]] = [:]

    init(_ document: JSONTree) {
        self.document = document
        chapters = grouped()
        for (name, answer) in members(document["components"]?["responses"]) {
            sharedAnswers["#/components/responses/" + name] = cells(answer)
        }
    }

    var text: String {
        let title = HTML.escaped(string(document["info"]?["title"]))
        let version = HTML.escaped(string(document["info"]?["version"]))
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title) \(version)</title>
            <link rel="stylesheet" href="/docs/reference.css">
            </head>
            <body>
            <header>
            <h1>\(title) <small>\(version)</small></h1>
            <p>\(HTML.prose(string(document["info"]?["description"])))</p>
            <p><a href="/openapi.json">The same as OpenAPI 3.1</a></p>
            </header>
            <nav aria-label="Operations">
            \(contents)</nav>
            <main>
            \(operations)<h2 id="schemas">Schemas</h2>
            \(schemas)</main>
            </body>
            </html>
            """
    }

    // MARK: Operations

    private var contents: String {
        chapters.map { tag, _, entries in
            let items = entries.map { entry in
                "<li><a href=\"#\(identifier(entry))\">\(label(entry))</a></li>\n"
            }
            return "<h2>\(HTML.escaped(tag))</h2>\n<ul>\n\(items.joined())</ul>\n"
        }.joined() + "<h2><a href=\"#schemas\">Schemas</a></h2>\n"
    }

    private var operations: String {
        chapters.map { tag, description, entries in
            "<h2>\(HTML.escaped(tag))</h2>\n" + (description.isEmpty ? "" : "<p>\(HTML.prose(description))</p>\n")
                + entries.map(section).joined()
        }.joined()
    }

    private func section(_ entry: Entry) -> String {
        let operation = entry.operation
        var text = "<section>\n<h3 id=\"\(identifier(entry))\">\(label(entry))</h3>\n"
        text += "<p>\(HTML.escaped(string(operation["summary"]))).</p>\n"
        let roles = words(operation["x-roles"])
        if !roles.isEmpty { text += "<p>For \(roles.map(HTML.code).joined(separator: ", ")).</p>\n" }
        text += parameters(operation)
        if let content = operation["requestBody"]?["content"] {
            text += "<h4>Body</h4>\n<p>\(bodies(content))</p>\n"
        }
        return text + "<h4>Answers</h4>\n" + answers(operation) + "</section>\n"
    }

    private func parameters(_ operation: JSONTree) -> String {
        let rows = elements(operation["parameters"]).map(resolved).map { parameter in
            [
                HTML.code(string(parameter["name"])), HTML.escaped(string(parameter["in"])),
                parameter["schema"].map(type) ?? "", HTML.prose(string(parameter["description"])),
            ]
        }
        return rows.isEmpty
            ? "" : "<h4>Parameters</h4>\n" + HTML.table(["Name", "In", "Type", "Meaning"], rows)
    }

    private func answers(_ operation: JSONTree) -> String {
        let rows = members(operation["responses"]).map { status, answer in
            [HTML.code(status)] + (sharedAnswers[string(answer["$ref"])] ?? cells(answer))
        }
        return HTML.table(["Status", "Meaning", "Body", "Codes", "Header fields"], rows)
    }

    private func cells(_ answer: JSONTree) -> [String] {
        [
            HTML.prose(string(answer["description"])), answer["content"].map(bodies) ?? "", codes(answer),
            members(answer["headers"]).map { HTML.code($0.0) }.joined(separator: ", "),
        ]
    }

    private func bodies(_ content: JSONTree) -> String {
        members(content).map { media, body in
            HTML.code(media) + " " + (body["schema"].map(type) ?? "")
        }.joined(separator: "<br>")
    }

    private func codes(_ answer: JSONTree) -> String {
        let schema = answer["content"]?["application/problem+json"]?["schema"]
        return words(schema?["properties"]?["code"]?["enum"]).map(HTML.code).joined(separator: ", ")
    }

    // MARK: The document's parts

    private typealias Entry = (path: String, method: String, operation: JSONTree)
    private typealias Chapter = (tag: String, description: String, entries: [Entry])

    private func grouped() -> [Chapter] {
        var chapters: [Chapter] = elements(document["tags"]).map { (string($0["name"]), string($0["description"]), []) }
        let places = Dictionary(
            chapters.enumerated().map { ($1.tag, $0) }, uniquingKeysWith: { first, _ in first })
        for (path, methods) in members(document["paths"]) {
            for (method, operation) in members(methods) {
                for tag in words(operation["tags"]) {
                    guard let place = places[tag] else { continue }
                    chapters[place].entries.append((path, method, operation))
                }
            }
        }
        return chapters
    }

    private func identifier(_ entry: Entry) -> String { HTML.escaped(string(entry.operation["operationId"])) }

    private func label(_ entry: Entry) -> String {
        "<b>\(HTML.escaped(entry.method.uppercased()))</b> \(HTML.code(entry.path))"
    }

    /// What a reference stands for, else the value itself.
    private func resolved(_ value: JSONTree) -> JSONTree {
        guard case .string(let path)? = value["$ref"] else { return value }
        let target = path.split(separator: "/").dropFirst().reduce(Optional(document)) { $0?[String($1)] }
        return target ?? value
    }
}
