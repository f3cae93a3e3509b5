/// A map of the language: gives the values by key, and has complained about every key that is not the language's.
struct MapReader {
    let span: Span
    /// Whether the map has a key that it may not have. One of the others may then be what is missed.
    let hasUnknownKeys: Bool
    private let entries: [YAMLNode.Entry]
    private let map: LanguageMap
    private let findings: Findings

    /// `nil` when the node is not a map.
    init?(_ node: YAMLNode, _ map: LanguageMap, _ findings: Findings) {
        guard case .mapping(let entries) = node.content else {
            findings.error(
                .wrongShape, at: node.mark, "\(map.what) is a map, and this is \(node.kind)",
                help: "its keys are \(Words.list(map.served))")
            return nil
        }
        self.span = node.span
        self.entries = entries
        self.map = map
        self.findings = findings
        let unknown = entries.filter { !map.serves($0.key.value) }
        self.hasUnknownKeys = !unknown.isEmpty
        for entry in unknown { refuse(entry.key) }
    }

    /// The value of a key of the map; it has been reported when it is missing and may not be.
    func value(_ name: String) -> YAMLNode? {
        if let entry = entry(name) { return entry.value }
        // What is not there need not be looked up among all keys of the map, of which a spec has few.
        for key in map.required where key.name == name { report(missing: key) }
        return nil
    }

    /// The same for a key that only some of these maps need, as those that say more about a type.
    func value(_ key: LanguageKey) -> YAMLNode? {
        if let entry = entry(key.name) { return entry.value }
        if key.isRequired { report(missing: key) }
        return nil
    }

    private func report(missing key: LanguageKey) {
        findings.error(
            .missingKey, at: findings.head(of: span), "\(map.what) needs the key `\(key.name)`",
            help: key.remedy ?? "add `\(key.name): \(key.example)`")
    }

    /// By index: builds run this without optimisation, and a spec's fields are asked for a few dozen keys each.
    private func entry(_ name: String) -> YAMLNode.Entry? {
        var place = 0
        while place < entries.count {
            if entries[place].key.value == name { return entries[place] }
            place += 1
        }
        return nil
    }

    /// The single value behind a key, without a finding when there is none.
    func word(_ name: String) -> String? {
        guard case .scalar(let word, _)? = entry(name)?.value.content else { return nil }
        return word
    }

    /// Whether this kind of map has the key.
    func mayHave(_ key: LanguageKey) -> Bool {
        map.key(key.name) != nil
    }

    /// The words of the keys that stand here.
    var words: [Located<String>] { entries.map(\.key) }

    /// The keys of the map that stand here and are not served yet, with their values.
    var planned: [(word: Located<String>, key: LanguageKey, value: YAMLNode)] {
        guard hasUnknownKeys else { return [] }
        return entries.compactMap { entry in
            guard let key = map.key(entry.key.value), !key.isServed else { return nil }
            return (entry.key, key, entry.value)
        }
    }

    /// The value of a key that may be missing, whatever is said about that elsewhere.
    func stated(_ key: LanguageKey) -> YAMLNode? {
        entry(key.name)?.value
    }

    /// The place of a key.
    func key(_ name: String) -> Located<String>? {
        entry(name)?.key
    }

    private func refuse(_ key: Located<String>) {
        if map.key(key.value) != nil {
            findings.error(
                .notServedYet, at: key.mark, "`\(key.value)` is a word of the language that is not served yet",
                help: "remove it for now")
            return
        }
        let planned = map.keys.filter { !$0.isServed }.map(\.name)
        // A word that is known elsewhere is surely meant as it is there: `values` is not a slip of `value`.
        let help =
            ForeignWords.help(forKey: key.value, among: map.served)
            ?? Words.nearest(to: key.value, among: map.served).map { "did you mean `\($0)`?" }
            ?? Words.nearest(to: key.value, among: planned).map { "did you mean `\($0)`? It is not served yet" }
            ?? "the keys of \(map.what) are \(Words.list(map.served))"
        findings.error(.unknownKey, at: key.mark, "unknown key `\(Words.shown(key.value))`", help: help)
    }
}
