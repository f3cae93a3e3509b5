/// `OpenAPI.swift`: the contract for clients, as a document for tools and as a page for people. It is by far the largest
/// output, so its parts are made apart.
enum OpenAPIFile {
    /// The file's head and first part.
    static func document(_ tree: JSONTree) -> String {
        SwiftSource().text
            + declaration("openAPIDocument", "The contract for clients (OpenAPI 3.1).", tree.text())
    }

    /// Its second part.
    static func page(_ tree: JSONTree) -> String {
        declaration("referencePage", "The same for people.", ReferencePage(tree).text)
    }

    /// A document that the server hands out as it is, as one static text.
    private static func declaration(_ member: String, _ comment: String, _ text: String) -> String {
        // Written on at the end of one text: a document has megabytes.
        var declaration = "\n/// \(comment)\npackage let \(member): StaticString = "
        declaration += SwiftLiteral.raw(text)
        declaration += "\n"
        return declaration
    }
}
