extension LanguageMap {
    /// The language that is served: every map that is reached from the spec's own, once, in the order in which it is met.
    package static let all: [LanguageMap] = reached { $0.isServed }

    /// The maps behind words that are not served yet, in the order in which they are met.
    package static let planned: [LanguageMap] = reached { !$0.isLater }.filter { map in
        !all.contains { $0.name == map.name }
    }

    private static func reached(by isFollowed: (LanguageKey) -> Bool) -> [LanguageMap] {
        var found = [spec]
        var next = 0
        while next < found.count {
            for key in found[next].keys where isFollowed(key) {
                for map in key.value.maps where !found.contains(where: { $0.name == map.name }) { found.append(map) }
            }
            next += 1
        }
        return found
    }
}

extension LanguageValue {
    /// The maps with keys of their own that may stand here.
    package var maps: [LanguageMap] {
        switch self {
        case .nested(let map): [map()]
        case .access: [.grant]
        case .list(let value, _), .pair(let value), .oneOrMany(let value, _), .named(_, let value, _, _): value.maps
        case .either(let values): values.flatMap(\.maps)
        case .text, .form, .integer, .flag, .word, .mention, .literal: []
        }
    }
}
