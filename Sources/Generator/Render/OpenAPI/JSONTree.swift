/// A JSON document as a value whose members keep their order, so that the same contract gives the same bytes.
enum JSONTree: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    case string(String)
    case integer(Int)
    /// A number, or another value, as its JSON text.
    case raw(String)
    case bool(Bool)
    case null
    case array([JSONTree])
    case object([(String, JSONTree)])

    init(stringLiteral value: String) { self = .string(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(integerLiteral value: Int) { self = .integer(value) }

    static func words(_ words: [String]) -> JSONTree { .array(words.map(JSONTree.string)) }

    /// The text, indented by two spaces a level.
    func text(depth: Int = 0) -> String {
        var text = ""
        write(to: &text, Self.lineStart(depth))
        return text
    }

    /// Written on at the end of one text: a tree that is put together from the texts of its parts is copied once a level.
    ///
    /// By index, since builds run this without optimisation, where an iterator over members costs several calls each.
    /// - Parameter line: a line feed, and the indent of this value's line.
    private func write(to text: inout String, _ line: String) {
        switch self {
        case .string(let value): JSONLiteral.append(value, to: &text)
        case .integer(let value): text += String(value)
        case .raw(let value): text += value
        case .bool(let value): text += value ? "true" : "false"
        case .null: text += "null"
        case .array(let items): Self.write(items, to: &text, line)
        case .object(let members): Self.write(members, to: &text, line)
        }
    }

    private static func write(_ items: [JSONTree], to text: inout String, _ line: String) {
        let count = items.count
        guard count > 0 else { return text += "[]" }
        var place = 0
        while place < count, items[place].isScalar { place += 1 }
        let isShort = place == count
        let inner = isShort ? "" : line + "  "
        text += "["
        place = 0
        while place < count {
            if place > 0 { text += isShort ? ", " : "," }
            text += inner
            items[place].write(to: &text, inner)
            place += 1
        }
        if !isShort { text += line }
        text += "]"
    }

    private static func write(_ members: [(String, JSONTree)], to text: inout String, _ line: String) {
        let count = members.count
        guard count > 0 else { return text += "{}" }
        // References fill a document: each stands on the line of its name.
        let isShort = count == 1 && members[0].1.isScalar
        let inner = isShort ? "" : line + "  "
        text += "{"
        var place = 0
        while place < count {
            let (name, value) = members[place]
            if place > 0 { text += "," }
            text += inner
            JSONLiteral.append(name, to: &text)
            text += ": "
            value.write(to: &text, inner)
            place += 1
        }
        if !isShort { text += line }
        text += "}"
    }

    private static func lineStart(_ depth: Int) -> String { "\n" + String(repeating: "  ", count: depth) }

    private var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    /// The object with the members of another after its own.
    func merging(_ other: JSONTree) -> JSONTree {
        guard case .object(let members) = self, case .object(let more) = other else { return self }
        return .object(members + more)
    }

    /// The object with one member more.
    func adding(_ name: String, _ value: JSONTree?) -> JSONTree {
        guard case .object(var members) = self, let value else { return self }
        members.append((name, value))
        return .object(members)
    }
}
