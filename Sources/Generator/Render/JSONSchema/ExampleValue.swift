/// The example of a key, which is a line of YAML, as the value that it is.
enum ExampleValue {
    static func tree(_ example: String) -> JSONTree {
        let source = SpecSource(path: "", text: "example: \(example)\n")
        guard let root = YAMLComposer.compose(source, Findings(source)), case .mapping(let entries) = root.content
        else {
            return .string(example)
        }
        return tree(entries[0].value)
    }

    private static func tree(_ node: YAMLNode) -> JSONTree {
        switch node.content {
        case .scalar(let text, isPlain: false): .string(text)
        case .scalar(let text, isPlain: true): scalar(text)
        case .mapping(let entries): .object(entries.map { ($0.key.value, tree($0.value)) })
        case .sequence(let items): .array(items.map(tree))
        }
    }

    private static func scalar(_ text: String) -> JSONTree {
        if let flag = Bool(text) { return .bool(flag) }
        return SpecReader.integer(text).map(JSONTree.integer) ?? .string(text)
    }
}
