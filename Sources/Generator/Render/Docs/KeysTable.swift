/// The tables of `docs/spec.md`, in Markdown, made of the tables of the language.
package enum KeysTable {
    /// The keys of one map: name, what stands behind it, what it says.
    package static func of(_ map: LanguageMap) -> String {
        let rows = map.keys.filter(\.isServed).map { key in
            let need = key.isRequired ? ", required" : ""
            return row(["`\(key.name)`", words(key.value) + need, key.description, "`\(key.example)`"])
        }
        let later = map.keys.filter { !$0.isServed }.map { "`\($0.name)`" }
        let end =
            later.isEmpty ? "" : "\nWords of the language that are not served yet: \(later.joined(separator: ", ")).\n"
        return lines(["key", "value", "what it says", "example"], rows) + end
    }

    /// The types: what each is, and what a filter may ask of it.
    package static func ofTypes() -> String {
        let served = TypeWord.allCases.filter(\.isServed)
        let rows = served.map { word in
            let keys = word.parameters.map { "`\($0.name)`" }.joined(separator: ", ")
            return row([
                "`\(word.rawValue)`", word.description, keys, word.filters.map { "`\($0)`" }.joined(separator: " "),
            ])
        }
        let later = TypeWord.allCases.filter { !$0.isServed }.map { "`\($0.rawValue)`" }
        let end = later.isEmpty ? "" : "\nTypes that are not served yet: \(later.joined(separator: ", ")).\n"
        return lines(["type", "what it holds", "keys of its own", "filters"], rows) + end
    }

    /// The words that are read and checked, and not served yet.
    package static func ofPlanned() -> String {
        let rows = LanguageMap.all.flatMap { map in
            map.keys.filter { !$0.isServed && !$0.isLater }.map { key in
                row(["`\(key.name)`", map.what, words(key.value), key.description, "`\(key.example)`"])
            }
        }
        return lines(["word", "in", "value", "what it will say", "example"], rows)
    }

    private static func lines(_ head: [String], _ rows: [String]) -> String {
        ([row(head), "|" + head.map { _ in "---|" }.joined()] + rows).joined(separator: "\n") + "\n"
    }

    private static func row(_ cells: [String]) -> String {
        "| " + cells.map { $0.split(separator: "|").joined(separator: "\\|") }.joined(separator: " | ") + " |"
    }

    /// What stands behind a key, in words.
    private static func words(_ value: LanguageValue) -> String {
        switch value {
        case .text: "text"
        case .form(let form): form.words
        case .integer(let range):
            range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
        case .mention(let mention): "a \(mention.rawValue)"
        case .flag: "`true` or `false`"
        case .word(let words) where words == TypeWord.served || words == TypeWord.ofValues: "a type"
        case .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .access: "access list"
        case .literal: "a value"
        case .list(let item, _): "list of \(self.words(item))"
        case .pair(let item): "two of: \(self.words(item))"
        case .oneOrMany(let item, _): "one or a list of: \(self.words(item))"
        case .named(let name, let value, _, _): "map from each \(name) to \(self.words(value))"
        case .nested(let map): "[\(map().name)](#\(map().name))"
        case .either(let values): values.map(self.words).joined(separator: ", or ")
        }
    }
}
