extension SpecReader {
    /// The hooks of a resource, in the order of the language.
    func hooks(_ node: YAMLNode?) -> [Spec.Hook] {
        guard let node, let map = MapReader(node, .hooks, findings) else { return [] }
        return Spec.Hook.Moment.allCases.compactMap { moment in
            guard let value = map.value(moment.rawValue), let key = map.key(moment.rawValue) else { return nil }
            return word(value, "how much a hook is needed", as: Spec.Demand.self).map { demand in
                Spec.Hook(moment: moment, demand: Located(demand.value, at: key.span))
            }
        }
    }

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
        guard case .scalar("computed", _)? = map.value("type")?.content else { return nil }
        let expression = map.value("value").flatMap { text($0, "an expression") }
        let function = map.value("function").flatMap { text($0, "a function") }
        let revision = map.value("revision").flatMap { integer($0, "`revision`") }
        if let expression, let key = map.key("function") {
            findings.error(
                .contradiction, at: key.span, "a value is computed by an expression or by a function",
                help: "keep one of `value` and `function`")
            return .expression(expression)
        }
        if let function { return .function(function, revision: revision?.value ?? 1) }
        if let expression { return .expression(expression) }
        if map.key("value") == nil, map.key("function") == nil {
            findings.error(
                .missingKey, at: map.span.start, "a computed field needs the key `value` or `function`",
                help: "write `value: \"EXPRESSION\"`, or `function: NAME`")
        }
        return nil
    }
}
