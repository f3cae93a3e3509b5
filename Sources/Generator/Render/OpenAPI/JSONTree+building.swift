/// The shapes that OpenAPI documents are made of.
extension JSONTree {
    static func reference(_ kind: String, _ name: String) -> JSONTree {
        .object([("$ref", .string("#/components/\(kind)/\(name)"))])
    }

    static func schema(_ name: String) -> JSONTree { reference("schemas", name) }

    /// A schema of a type; `null` stands beside the type where it is a value too.
    static func typed(_ type: String, nullable: Bool = false) -> JSONTree {
        .object([("type", nullable ? .words([type, "null"]) : .string(type))])
    }

    /// An object that has these members and no others.
    static func closed(_ properties: [(String, JSONTree)], required: [String] = [], nullable: Bool = false) -> JSONTree
    {
        typed("object", nullable: nullable)
            .adding("properties", .object(properties))
            .adding("required", required.isEmpty ? nil : .words(required))
            .adding("additionalProperties", false)
    }

    /// The schema of an enum that readers must not take for complete: its values are examples of a string.
    var opened: JSONTree {
        guard case .object(let members) = self else { return self }
        return .object(members.map { ($0.0 == "enum" ? "examples" : $0.0, $0.1) })
    }

    static func list(of element: JSONTree) -> JSONTree { typed("array").adding("items", element) }

    /// Content of one media type.
    static func content(_ type: String, _ schema: JSONTree, example: JSONTree? = nil) -> JSONTree {
        .object([(type, JSONTree.object([("schema", schema)]).adding("example", example))])
    }

    var isEmpty: Bool {
        switch self {
        case .array(let items): items.isEmpty
        case .object(let members): members.isEmpty
        default: false
        }
    }

    /// A member of an object.
    subscript(name: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        var place = 0
        while place < members.count {
            if members[place].0 == name { return members[place].1 }
            place += 1
        }
        return nil
    }
}
