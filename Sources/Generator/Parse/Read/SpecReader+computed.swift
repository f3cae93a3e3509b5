extension SpecReader {
    /// The type of what is computed.
    func computedType(_ map: MapReader) -> Spec.FieldType? {
        guard let name = map.value(.computedType).flatMap({ text($0, "a type") }) else { return nil }
        switch TypeWord(rawValue: name.value) {
        case .string: return .string
        case .text: return .text
        case .int: return .int
        case .decimal: return .decimal(precision: 38, scale: 10)
        case .bool: return .bool
        case .date: return .date
        case .datetime: return .datetime
        default:
            let words = Spec.Computed.types.map(\.rawValue)
            findings.error(
                .unknownWord, at: name.span, "`\(Words.shown(name.value))` is not a type that is computed",
                help: Words.help(for: name.value, among: words, "those are"))
            return nil
        }
    }

    /// How a field is computed; `nil` for one that is stored.
    func computed(_ map: MapReader) -> Spec.Computed? {
        guard map.word("type") == TypeWord.computed.rawValue else { return nil }
        let expression = map.value("value").flatMap { text($0, "an expression") }
        if let expression {
            let others = ["function", "from", "revision"].compactMap { map.key($0) }
            for key in others {
                findings.error(
                    .contradiction, at: key.span, "a value is computed by an expression or by a function",
                    help: "remove `value`, or `\(key.value)`")
            }
            return .expression(expression)
        }
        if let function = map.value("function").flatMap({ text($0, "a function") }) {
            return .function(self.function(function, map))
        }
        if map.key("value") == nil, map.key("function") == nil {
            findings.error(
                .missingKey, at: findings.head(of: map.span), "a computed field needs the key `value` or `function`",
                help: "write `value: \"EXPRESSION\"`, or `function: NAME, from: [FIELD]`")
        }
        return nil
    }

    private func function(_ name: Located<String>, _ map: MapReader) -> Spec.Computed.Function {
        let arguments = map.value("from").map(items)?.compactMap { text($0, "a field") } ?? []
        if map.key("from") == nil {
            findings.error(
                .missingKey, at: findings.head(of: map.span), "a function that makes a value needs the key `from`",
                help: "write `from: [FIELD]`: the fields that it is given")
        }
        let revision = map.value("revision").flatMap { integer($0, "`revision`") }
        if let revision, !(1...1_000_000).contains(revision.value) {
            findings.error(
                .outOfRange, at: revision.span, "a revision is 1 to 1000000", help: "write `revision: 2`")
        }
        return .init(name: name, arguments: arguments, revision: revision?.value ?? 1)
    }
}
