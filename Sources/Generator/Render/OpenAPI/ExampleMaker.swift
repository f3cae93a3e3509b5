/// Values that keep all rules of their type, for readers and for tools that send examples.
enum ExampleMaker {
    /// A value of the type; `nil` where a pattern of the spec leaves none to be guessed.
    static func value(_ type: Contract.FieldType) -> JSONTree? {
        switch type {
        case .text(let rules): text(rules).map(JSONTree.string)
        case .choice(let words): words.first.map(JSONTree.string)
        case .integer(let minimum, let maximum): .integer(min(max(1, minimum ?? 1), maximum ?? .max))
        case .decimal(_, _, let minimum, let maximum): .raw(decimal(minimum, maximum))
        case .bool: true
        case .date: "2026-11-23"
        case .time: "08:30:00"
        case .datetime: "2026-11-23T08:30:00Z"
        case .uuid: "6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f"
        case .serial: 1
        case .duration(let minimum, let maximum):
            .string(DurationText.spelled(min(max(3_600_000_000, minimum ?? 0), maximum ?? .max)))
        case .list(let item, let minimum, _, _): minimum > 1 ? nil : value(item).map { .array([$0]) }
        case .entries(let keys, let item, let minimum, _): minimum > 1 ? nil : entry(keys, item)
        case .json(let properties), .section(let properties): members(properties)
        case .map(let keys, _): .object(keys.map { ($0.name, .string($0.standard)) })
        }
    }

    private static func entry(_ keys: Contract.KeyRule, _ item: Contract.FieldType) -> JSONTree? {
        guard case .words(let words) = keys, let word = words.first else { return nil }
        return value(item).map { .object([(word, $0)]) }
    }

    /// The default where there is one.
    static func value(_ field: Contract.Field) -> JSONTree? {
        field.standard.map(JSONTree.init(literal:)) ?? value(field.type)
    }

    private static func members(_ properties: [Contract.Property]) -> JSONTree? {
        var members: [(String, JSONTree)] = []
        for property in properties {
            if let value = property.standard.map(JSONTree.init(literal:)) ?? value(property.type) {
                members.append((property.name, value))
            } else if property.isRequired {
                return nil
            }
        }
        return .object(members)
    }

    /// An object with an example of each field; `nil` when one of `required` has none.
    static func object(_ fields: [Contract.Field], required: [String] = []) -> JSONTree? {
        var members: [(String, JSONTree)] = []
        for field in fields {
            if let value = value(field) {
                members.append((field.name, value))
            } else if required.contains(field.name) {
                return nil
            }
        }
        return members.isEmpty ? nil : .object(members)
    }

    private static func text(_ rules: Contract.TextRules) -> String? {
        guard rules.pattern == nil else { return nil }
        let text: String
        switch rules.format {
        case .line, .text: text = padded("Example", rules)
        case .slug: text = "example"
        case .email: text = rules.maximum < 15 ? "a@b.example" : "ada@example.com"
        case .phone: text = "+4915112345678"
        case .url: text = "https://example.com/ada"
        case .country: text = "DE"
        case .language: text = "en"
        case .timezone: text = "Europe/Berlin"
        }
        return (rules.minimum...rules.maximum).contains(text.unicodeScalars.count) ? text : nil
    }

    private static func padded(_ word: String, _ rules: Contract.TextRules) -> String {
        let missing = max(0, min(rules.minimum, rules.maximum) - word.unicodeScalars.count)
        return String(word.prefix(rules.maximum)) + String(repeating: "x", count: missing)
    }

    /// 0, or the bound that is nearest to it.
    private static func decimal(_ minimum: String?, _ maximum: String?) -> String {
        if let minimum, !minimum.hasPrefix("-") { return minimum }
        if let maximum, maximum.hasPrefix("-") { return maximum }
        return "0"
    }
}
