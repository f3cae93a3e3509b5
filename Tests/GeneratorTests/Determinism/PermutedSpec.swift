import TestSupport

@testable import Generator

/// A spec written anew with its parts in another order, wherever the language gives the order no meaning.
///
/// The language's own table says where that is: the keys of a map that it declares, roles in access lists, and lists of
/// its words. Names that the author chooses are in an order that matters: fields are bits of masks and columns of rows, roles
/// are bits, the values of an enum are listed to people. So are orders of a list and levels of visibility.
struct PermutedSpec {
    private var random: SeededGenerator
    private(set) var text = ""
    /// How many lists and maps have another order than before.
    private(set) var moved = 0

    init(_ root: YAMLNode, seed: UInt64) {
        random = SeededGenerator(seed: seed)
        write(root, .map(.spec), depth: 0)
    }

    private mutating func write(_ node: YAMLNode, _ value: LanguageValue, depth: Int) {
        switch node.content {
        case .scalar(let scalar, let isPlain):
            text += isPlain && !scalar.contains("\n") ? " \(scalar)\n" : " \(JSONLiteral.quoted(scalar))\n"
        case .mapping(let entries): write(entries, value, depth: depth)
        case .sequence(let items): write(items, value, depth: depth)
        }
    }

    private mutating func write(_ entries: [YAMLNode.Entry], _ value: LanguageValue, depth: Int) {
        guard !entries.isEmpty else { return text += " {}\n" }
        if depth > 0 { text += "\n" }
        let map = Self.map(in: value)
        for entry in map == nil ? entries : shuffled(entries) {
            text += String(repeating: "  ", count: depth) + "\(JSONLiteral.quoted(entry.key.value)):"
            let inner = map.map { $0.key(entry.key.value)?.value ?? .literal } ?? Self.named(in: value)
            write(entry.value, inner, depth: depth + 1)
        }
    }

    private mutating func write(_ items: [YAMLNode], _ value: LanguageValue, depth: Int) {
        guard !items.isEmpty else { return text += " []\n" }
        text += "\n"
        for item in Self.isSet(value) ? shuffled(items) : items {
            text += String(repeating: "  ", count: depth) + "-"
            write(item, Self.element(of: value), depth: depth + 1)
        }
    }

    private mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        let places = elements.indices.shuffled(using: &random)
        if places != Array(elements.indices) { moved += 1 }
        return places.map { elements[$0] }
    }

    // MARK: What the language says

    /// The declared map that a map is; `nil` for one of names.
    private static func map(in value: LanguageValue) -> LanguageMap? {
        switch value {
        case .nested(let map): map()
        case .either(let values): values.lazy.compactMap(map).first
        case .oneOrMany(let inner, _): map(in: inner)
        default: nil
        }
    }

    private static func named(in value: LanguageValue) -> LanguageValue {
        switch value {
        case .named(_, let inner, _, _): inner
        case .either(let values):
            values.lazy.map(named).first { if case .literal = $0 { false } else { true } } ?? .literal
        default: .literal
        }
    }

    private static func element(of value: LanguageValue) -> LanguageValue {
        switch value {
        case .list(let inner, _), .oneOrMany(let inner, _): inner
        case .either(let values):
            values.lazy.map(element).first { if case .literal = $0 { false } else { true } } ?? .literal
        default: .literal
        }
    }

    /// Whether a list is a set: of roles, or of words of the language.
    private static func isSet(_ value: LanguageValue) -> Bool {
        switch value {
        case .access, .oneOrMany(.word, _): true
        case .either(let values): values.contains(where: isSet)
        default: false
        }
    }
}
