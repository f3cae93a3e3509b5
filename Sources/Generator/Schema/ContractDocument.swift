/// `contract.json`: the state that a migration brings a database to. The next migration is planned from it, so it is
/// committed with the SQL.
package struct ContractDocument: Equatable, Sendable {
    /// The hash of the contract that the schema was taken from, for people; a plan depends on the schema alone.
    package var contract: String
    package var schema: Schema

    /// Of the document; a newer one is refused.
    static let format = 1

    package init(_ contract: Contract) {
        self.contract = contract.hash
        self.schema = Schema(contract)
    }

    package init(contract: String, schema: Schema) {
        self.contract = contract
        self.schema = schema
    }

    /// The document's text, with a newline at its end.
    package var text: String { text(hash: schema.hash) }

    /// The same for one who has the schema's hash.
    func text(hash: String) -> String {
        JSONTree.object([
            ("format", .integer(Self.format)), ("contract", .string(contract)), ("hash", .string(hash)),
            ("schema", schema.document),
        ]).text() + "\n"
    }

    /// - Throws: `MigrationFault`, which names `path`.
    package static func read(_ text: String, path: String) throws(MigrationFault) -> ContractDocument {
        let tree: JSONTree
        do throws(JSONTreeReader.Fault) {
            tree = try JSONTreeReader.read(text)
        } catch {
            throw MigrationFault(
                .unreadableFile, path: path, line: error.line, "this is not the JSON that rosterc writes: \(error)")
        }
        do throws(SchemaReader.Fault) {
            return try read(tree, path)
        } catch {
            throw MigrationFault(.unreadableFile, path: path, "\(error)")
        }
    }

    private static func read(_ tree: JSONTree, _ path: String) throws(SchemaReader.Fault) -> ContractDocument {
        var map = try DocumentMap(tree, "the file")
        guard case .integer(Self.format) = map.optional("format") else {
            throw SchemaReader.Fault(
                description: "its `format` is not \(Self.format); build with the version of rosterc that wrote it")
        }
        let (contract, hash) = (try map.string("contract"), try map.string("hash"))
        guard let tree = map.optional("schema") else { throw SchemaReader.Fault(description: "it lacks `schema`") }
        let schema = try SchemaReader.schema(tree)
        try map.end()
        guard schema.hash == hash else {
            throw SchemaReader.Fault(description: "its `hash` is not the one of its schema: the file was edited")
        }
        return ContractDocument(contract: contract, schema: schema)
    }
}
