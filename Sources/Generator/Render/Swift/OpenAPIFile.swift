/// `OpenAPI.swift`: the contract for clients, as a document for tools and as a page for people.
enum OpenAPIFile {
    static func render(_ contract: Contract) -> String {
        let tree = OpenAPIDocument(contract).tree
        return DocumentFile.render([
            ("openAPIDocument", "The contract for clients (OpenAPI 3.1).", tree.text()),
            ("referencePage", "The same for people.", ReferencePage(tree).text),
        ])
    }
}
