import Foundation
import Generator
import TestSupport

/// Makes values for a field as JSON text: what keeps its rules, what stands at their bounds, and what is meant to harm.
struct ValueMaker {
    var random: SeededGenerator
    /// How deep the value that is made now stands in others.
    private(set) var depth = 0

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// All bounds and traps of the type, then random values.
    mutating func values(_ type: Contract.FieldType, randomly count: Int) -> [String] {
        var values = edges(type) + Self.otherKinds
        for _ in 0..<count { values.append(value(type)) }
        return values
    }

    /// Values of every kind of JSON, and some of the type.
    mutating func fewValues(_ type: Contract.FieldType) -> [String] {
        Self.otherKinds + (0..<8).map { _ in value(type) }
    }

    /// Values of every kind of JSON, and numbers that are hard to read.
    private static let otherKinds = [
        "null", "true", "false", "0", "1", "-0", "1.5", "\"\"", "\"1\"", "\"true\"", "\"null\"", "[]", "{}", "[null]",
        #"{"":0}"#, #"{"a":1,"a":1}"#, "1e400", "\"\\ud800\"", "\"\\u0000\"",
        String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
    ]

    /// A random value, most of them near to what is allowed.
    mutating func value(_ type: Contract.FieldType) -> String {
        if random.oneIn(depth == 0 ? 8 : 25) { return pick(Self.otherKinds) }
        switch type {
        case .text(let rules): return quoted(text(rules))
        case .choice(let words): return quoted(random.oneIn(4) ? mutated(pick(words)) : pick(words))
        case .integer(let minimum, let maximum): return integer(minimum, maximum)
        case .decimal(let precision, let scale, let minimum, let maximum):
            return decimal(precision, scale, [minimum, maximum].compactMap(\.self))
        case .bool: return pick(["true", "false"])
        case .date: return quoted(near(Self.dates))
        case .time: return quoted(near(Self.times))
        case .datetime: return quoted(near(Self.instants))
        case .uuid: return quoted(near(Self.uuids))
        case .duration(let minimum, let maximum): return quoted(duration(minimum, maximum))
        case .serial: return "1"
        case .list, .entries, .json, .map, .section: return collection(type)
        }
    }

    /// What every field of the type gets.
    private mutating func edges(_ type: Contract.FieldType) -> [String] {
        switch type {
        case .text(let rules): allQuoted(textEdges(rules))
        case .choice(let words):
            allQuoted(words.flatMap { [$0, $0 + " ", $0.uppercased(), $0.capitalized] })
        case .integer(let minimum, let maximum): integerEdges(minimum, maximum)
        case .decimal(let precision, let scale, let minimum, let maximum):
            decimalEdges(precision, scale, [minimum, maximum].compactMap(\.self))
        case .bool, .serial: []
        case .date: allQuoted(Self.dates)
        case .time: allQuoted(Self.times)
        case .datetime: allQuoted(Self.instants)
        case .uuid: allQuoted(Self.uuids)
        case .duration(let minimum, let maximum): allQuoted(durationEdges(minimum, maximum))
        case .list, .entries, .json, .map, .section: collectionEdges(type)
        }
    }
}

extension ValueMaker {
    mutating func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: items.indices, using: &random)] }

    mutating func nested<Result>(_ body: (inout ValueMaker) -> Result) -> Result {
        depth += 1
        defer { depth -= 1 }
        return body(&self)
    }

    /// As it is, or with a letter changed.
    mutating func near(_ texts: [String]) -> String {
        let text = pick(texts)
        return random.oneIn(3) ? mutated(text) : text
    }

    /// JSON text; what is not ASCII goes as it is or as escapes, which mean the same.
    mutating func quoted(_ text: String) -> String {
        let escapes = random.oneIn(4)
        var json = "\""
        for unit in text.unicodeScalars {
            switch unit {
            case "\"", "\\": json += "\\\(unit)"
            case "\u{0}"..<"\u{20}": json += Self.escaped(UInt16(unit.value))
            default:
                if escapes, !unit.isASCII {
                    json += String(unit).utf16.map(Self.escaped).joined()
                } else {
                    json.unicodeScalars.append(unit)
                }
            }
        }
        return json + "\""
    }

    private mutating func allQuoted(_ texts: [String]) -> [String] { texts.map { quoted($0) } }

    private static func escaped(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
