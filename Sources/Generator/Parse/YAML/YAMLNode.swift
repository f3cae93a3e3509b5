/// One node of the strict YAML that a spec is written in. No anchors, no aliases, no tags: what is left is a tree.
package struct YAMLNode: Sendable {
    package enum Content: Sendable {
        /// `isPlain` tells `1` and `"1"` apart: only a plain scalar may be read as a number, a boolean or null.
        case scalar(String, isPlain: Bool)
        /// In the order of the text; no key twice.
        case mapping([Entry])
        case sequence([YAMLNode])
    }

    package struct Entry: Sendable {
        package let key: Located<String>
        package let value: YAMLNode
    }

    package let content: Content
    package let span: Span

    package var mark: Mark { span.start }

    /// What the node is, in words for a message.
    package var kind: String {
        switch content {
        case .scalar(let text, isPlain: true) where text.isEmpty: "nothing"
        case .scalar: "a single value"
        case .mapping: "a map"
        case .sequence: "a list"
        }
    }
}
