import Generator
import TestSupport

extension ValueMaker {
    mutating func collection(_ type: Contract.FieldType) -> String {
        switch type {
        case .list(let item, let minimum, let maximum, _):
            let bounds = [0, 1, 2, minimum, minimum - 1, maximum, maximum + 1].filter { 0...8 ~= $0 }
            return list(item, count: pick(bounds))
        case .entries(let keys, let item, let minimum, let maximum):
            let bounds = [0, 1, 2, minimum, maximum, maximum + 1].filter { 0...8 ~= $0 }
            return entries(keys, item, count: pick(bounds))
        case .json(let properties), .section(let properties):
            return object(properties.map { ($0.name, $0.type, $0.isRequired) })
        case .map(let keys, let values): return object(keys.map { ($0.name, .choice(values), false) })
        default: return "null"
        }
    }

    mutating func collectionEdges(_ type: Contract.FieldType) -> [String] {
        switch type {
        case .list(let item, let minimum, let maximum, _):
            let one = nested { $0.value(item) }
            let counts = [minimum - 1, minimum, maximum, maximum + 1].filter { 0...1_001 ~= $0 }
            // Items that are one and the same, or the same in other words.
            return counts.map { list(item, count: $0) } + [
                "[\(one),\(one)]", "[1,1.0]", #"["a","A "]"#, #"["é","e\u0301"]"#, "[[]]",
            ]
        case .entries(let keys, let item, let minimum, let maximum):
            return [minimum - 1, minimum, maximum, maximum + 1].filter { 0...101 ~= $0 }.map {
                entries(keys, item, count: $0)
            } + [#"{"a":null}"#, #"{"A":"a"}"#, #"{"a\u0000":"a"}"#, #"{"home":null}"#]
        default: return (0..<6).map { _ in collection(type) }
        }
    }

    private mutating func list(_ item: Contract.FieldType, count: Int) -> String {
        "[" + nested { maker in (0..<count).map { _ in maker.value(item) } }.joined(separator: ",") + "]"
    }

    private mutating func entries(_ keys: Contract.KeyRule, _ item: Contract.FieldType, count: Int) -> String {
        let members = nested { maker in
            (0..<count).map { number in
                let key =
                    switch keys {
                    case .words(let words): number < words.count ? words[number] : "other\(number)"
                    case .pattern:
                        maker.random.oneIn(6)
                            ? maker.mutated("key") + "\(number)"
                            : "key" + String(repeating: "a", count: number % 26)
                                + String(repeating: "b", count: number / 26)
                    }
                return maker.quoted(key) + ":" + maker.value(item)
            }
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    private mutating func object(_ members: [(name: String, type: Contract.FieldType, isRequired: Bool)]) -> String {
        nested { maker in
            var texts: [String] = []
            for member in members {
                guard !maker.random.oneIn(member.isRequired ? 40 : 2) else { continue }
                let value = maker.random.oneIn(member.isRequired ? 60 : 6) ? "null" : maker.likely(member.type)
                texts.append(maker.quoted(member.name) + ":" + value)
            }
            if maker.random.oneIn(12) { texts.append(#""unknown":1"#) }
            if maker.random.oneIn(40), let first = texts.first { texts.append(first) }
            return "{" + texts.joined(separator: ",") + "}"
        }
    }

    /// Mostly what keeps the rules, so that objects of many members are sometimes right as a whole.
    private mutating func likely(_ type: Contract.FieldType) -> String {
        guard !random.oneIn(8), let value = Example.json(type) else { return value(type) }
        return value
    }
}
