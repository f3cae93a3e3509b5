extension LanguageMap {
    /// The language that is served: every map that is reached from the spec's own, once, in the order in which it is met.
    package static let all: [LanguageMap] = {
        var found = [spec]
        var next = 0
        while next < found.count {
            for key in found[next].keys where key.isServed {
                for map in key.value.maps where !found.contains(where: { $0.name == map.name }) { found.append(map) }
            }
            next += 1
        }
        return found
    }()
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
