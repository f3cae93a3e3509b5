/// One kind of map of the spec language, declared once: readers take their keys from it, and so do the schema for editors
/// and the tables of `docs/spec.md`.
package struct LanguageMap: Sendable {
    /// One word, the same for ever: it names the map in the schema for editors and in links of the docs.
    package let name: String
    /// The thing that the map describes, with its article, as messages call it: "a field".
    package let what: String
    /// A sentence or two for people who write specs.
    package let description: String
    /// In the order in which messages, editors and docs list them.
    package let keys: [LanguageKey]
    /// Looked through for every key of a spec: a key itself has many parts, which cost when it is handed about.
    private let names: [String]
    /// The names of the keys that a spec may have today.
    package let served: [String]
    /// The keys that no such map may lack: few, and all that need be known of a key that is not there.
    let required: [LanguageKey]

    package init(_ name: String, _ what: String, _ description: String, _ keys: [LanguageKey]) {
        self.name = name
        self.what = what
        self.description = description
        self.keys = keys
        self.names = keys.map(\.name)
        self.served = keys.filter(\.isServed).map(\.name)
        self.required = keys.filter(\.isRequired)
    }

    package func key(_ name: String) -> LanguageKey? {
        Self.place(of: name, in: names).map { keys[$0] }
    }

    /// Whether a spec may have the key today.
    func serves(_ name: String) -> Bool {
        Self.place(of: name, in: served) != nil
    }

    /// By index: builds run this without optimisation, where `firstIndex` takes several calls a name.
    private static func place(of name: String, in names: [String]) -> Int? {
        var place = 0
        while place < names.count {
            if names[place] == name { return place }
            place += 1
        }
        return nil
    }
}
