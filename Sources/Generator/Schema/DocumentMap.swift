/// The members of an object of a document, each to be taken once; what is left at the end is not known here.
struct DocumentMap {
    private var members: [(String, JSONTree)]
    private let place: String

    init(_ tree: JSONTree, _ place: String) throws(SchemaReader.Fault) {
        guard case .object(let members) = tree else { throw SchemaReader.Fault(description: "\(place) is no object") }
        self.members = members
        // Names it where it has a name: "a column (bio)".
        let name = members.lazy.compactMap { if $0.0 == "name", case .string(let name) = $0.1 { name } else { nil } }
        self.place = name.first.map { "\(place) (\($0))" } ?? place
    }

    mutating func optional(_ name: String) -> JSONTree? {
        guard let index = members.firstIndex(where: { $0.0 == name }) else { return nil }
        return members.remove(at: index).1
    }

    mutating func string(_ name: String) throws(SchemaReader.Fault) -> String {
        guard let text = try optionalString(name) else { throw fault("lacks `\(name)`") }
        return text
    }

    mutating func optionalString(_ name: String) throws(SchemaReader.Fault) -> String? {
        switch optional(name) {
        case nil: return nil
        case .string(let text): return text
        default: throw fault("has a `\(name)` that is no text")
        }
    }

    mutating func flag(_ name: String) throws(SchemaReader.Fault) -> Bool {
        switch optional(name) {
        case nil: return false
        case .bool(let value): return value
        default: throw fault("has a `\(name)` that is neither true nor false")
        }
    }

    mutating func array(_ name: String) throws(SchemaReader.Fault) -> [JSONTree] {
        guard case .array(let items) = optional(name) else { throw fault("lacks the list `\(name)`") }
        return items
    }

    mutating func words(_ name: String) throws(SchemaReader.Fault) -> [String] {
        guard let tree = optional(name) else { return [] }
        guard case .array(let items) = tree else { throw fault("has a `\(name)` that is no list") }
        var words: [String] = []
        for item in items {
            guard case .string(let word) = item else { throw fault("has a `\(name)` with something that is no text") }
            words.append(word)
        }
        return words
    }

    func end() throws(SchemaReader.Fault) {
        guard let first = members.first else { return }
        throw fault(
            "has `\(first.0)`, which this version of rosterc doesn't know; build with the version that wrote it")
    }

    private func fault(_ words: String) -> SchemaReader.Fault {
        SchemaReader.Fault(description: "\(place) \(words)")
    }
}
