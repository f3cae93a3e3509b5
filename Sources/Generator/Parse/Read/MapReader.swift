/// A map whose keys are known: gives the values by key, and has complained about every other key.
struct MapReader {
    let span: Span
    /// Whether the map has a key that it may not have. One of the others may then be what is missed.
    let hasUnknownKeys: Bool
    private let entries: [YAMLNode.Entry]
    private let what: String
    private let findings: Findings

    /// - Parameters:
    ///   - what: the thing that the map describes, with its article: "a field".
    ///   - allowed: the keys that it may have, in the order in which a message lists them.
    ///   - later: words of the language that are not served yet.
    /// `nil` when the node is not a map.
    init?(_ node: YAMLNode, _ what: String, allowed: [String], later: [String] = [], _ findings: Findings) {
        guard case .mapping(let entries) = node.content else {
            findings.error(
                .wrongShape, at: node.mark, "\(what) is a map, and this is \(node.kind)",
                help: "its keys are \(Words.list(allowed))")
            return nil
        }
        self.span = node.span
        self.entries = entries
        self.what = what
        self.findings = findings
        let unknown = entries.filter { !allowed.contains($0.key.value) }
        self.hasUnknownKeys = !unknown.isEmpty
        for entry in unknown { refuse(entry.key, allowed: allowed, later: later) }
    }

    /// The value of a key that may be missing.
    func optional(_ key: String) -> YAMLNode? {
        entries.first { $0.key.value == key }?.value
    }

    /// The place of a key.
    func key(_ name: String) -> Located<String>? {
        entries.first { $0.key.value == name }?.key
    }

    /// The value of a key that must be there.
    func required(_ key: String, help: String? = nil) -> YAMLNode? {
        if let value = optional(key) { return value }
        findings.error(.missingKey, at: span.start, "\(what) needs the key `\(key)`", help: help)
        return nil
    }

    private func refuse(_ key: Located<String>, allowed: [String], later: [String]) {
        if later.contains(key.value) {
            findings.error(
                .notServedYet, at: key.mark, "`\(key.value)` is a word of the language that is not served yet",
                help: "remove it for now")
            return
        }
        let help =
            Words.nearest(to: key.value, among: allowed).map { "did you mean `\($0)`?" }
            ?? "the keys of \(what) are \(Words.list(allowed))"
        findings.error(.unknownKey, at: key.mark, "unknown key `\(Words.shown(key.value))`", help: help)
    }
}
