/// A JSON document as a value whose members keep their order, so that the same contract gives the same bytes.
indirect enum JSONTree: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
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
        write(to: &text, depth)
        return text
    }

    /// Written on at the end of one text: a tree that is put together from the texts of its parts is copied once a level.
    private func write(to text: inout String, _ depth: Int) {
        switch self {
        case .string(let value): text += JSONLiteral.quoted(value)
        case .integer(let value): text += String(value)
        case .raw(let value): text += value
        case .bool(let value): text += value ? "true" : "false"
        case .null: text += "null"
        case .array(let items): write(items, to: &text, depth)
        case .object(let members): write(members, to: &text, depth)
        }
    }

    private func write(_ items: [JSONTree], to text: inout String, _ depth: Int) {
        guard !items.isEmpty else { return text += "[]" }
        let isShort = items.allSatisfy(\.isScalar)
        let inner = String(repeating: "  ", count: depth + 1)
        text += "["
        for (index, item) in items.enumerated() {
            if isShort {
                if index > 0 { text += ", " }
            } else {
                text += (index > 0 ? ",\n" : "\n") + inner
            }
            item.write(to: &text, depth + 1)
        }
        text += isShort ? "]" : "\n" + String(repeating: "  ", count: depth) + "]"
    }

    private func write(_ members: [(String, JSONTree)], to text: inout String, _ depth: Int) {
        guard !members.isEmpty else { return text += "{}" }
        // References fill a document: each stands on the line of its name.
        let isShort = members.count == 1 && members[0].1.isScalar
        let inner = isShort ? "" : "\n" + String(repeating: "  ", count: depth + 1)
        text += "{"
        for (index, member) in members.enumerated() {
            text += (index > 0 ? "," : "") + inner
            text += JSONLiteral.quoted(member.0)
            text += ": "
            member.1.write(to: &text, depth + 1)
        }
        text += isShort ? "}" : "\n" + String(repeating: "  ", count: depth) + "}"
    }

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
        guard case .object(let members) = self, let value else { return self }
        return .object(members + [(name, value)])
    }
}
