/// What the type of a value says about the keys beside it, as `if` and `then` of JSON Schema. Each answer is asked of the
/// check that gives it for a spec.
enum TypeConditions {
    static func conditions(for map: LanguageMap) -> [JSONTree] {
        let words = map.key(LanguageKey.computedValue.name) == nil ? TypeWord.ofValues : TypeWord.served
        return words.compactMap(TypeWord.init(rawValue:)).compactMap { condition($0, map) }
    }

    private static func condition(_ word: TypeWord, _ map: LanguageMap) -> JSONTree? {
        let members = word.refused(in: map).map { ($0, JSONTree.bool(false)) } + word.narrowed(in: map)
        let required = word.parameters.filter(\.isRequired).map(\.name)
        guard !members.isEmpty || !required.isEmpty else { return nil }
        let isWord = JSONTree.object([
            ("properties", .object([("type", .object([("const", .string(word.rawValue))]))])),
            ("required", .words(["type"])),
        ])
        var then = JSONTree.object([("properties", .object(members))])
        if !required.isEmpty { then = then.adding("required", .words(required)) }
        return .object([("if", isWord), ("then", then)])
    }
}

extension TypeWord {
    /// Keys of the map that say nothing about a value of this type.
    fileprivate func refused(in map: LanguageMap) -> [String] {
        let type = sample
        var names = LanguageKey.fieldTypeKeys.dropFirst().map(\.name).filter { name in
            !parameters.contains { $0.name == name }
        }
        if self == .computed {
            names += ["filter", "sort", "unique", "completion", "default", "validate", "check", "erase", "column"]
        }
        if type.textLimits == nil { names += ["length", "pattern", "normalise"] }
        if !BoundsCheck.hasBounds(type) { names += ["min", "max"] }
        if type != .string, type != .text { names.append("search") }
        if type != .uuid { names.append("ref") }
        if type != .bool { names.append("gates") }
        if type == .serial { names.append("default") }
        if self == .json || self == .map || self == .serial { names.append("validate") }
        return names.filter { map.key($0) != nil }
    }

    /// Keys of the map that take fewer values beside this type than beside others.
    fileprivate func narrowed(in map: LanguageMap) -> [(String, JSONTree)] {
        let type = sample
        let never = JSONTree.object([("const", false)])
        var members = parameters.map { ($0.name, EditorSchema.value($0.value)) }
        if let kind = jsonType {
            let value = JSONTree.object([("type", .string(kind))])
            members.append(("default", value))
        }
        if BoundsCheck.hasBounds(type) {
            let bound = JSONTree.object([("type", .string(boundType))])
            members += [("min", bound), ("max", bound)]
        }
        members.append(
            ("filter", EditorSchema.value(.oneOrMany(.word(filters)))))
        if !UniqueCheck.canBeUnique(type) {
            members.append(("unique", never))
        } else if type.textLimits == nil {
            members.append(("unique", .object([("properties", .object([("ci", never)]))])))
        }
        if !FieldUseCheck.hasOrder(type) { members.append(("sort", never)) }
        return members.filter { map.key($0.0) != nil }
    }

    /// The operators that a filter by values of the type may have.
    var filters: [String] { self == .computed ? [] : FilterCheck.operators(of: sample).map(\.rawValue) }

    /// The kind of JSON value that a default of the type is; `nil` for types that have no default.
    private var jsonType: String? {
        switch self {
        case .int: "integer"
        case .decimal: "number"
        case .bool: "boolean"
        case .json, .map: "object"
        case .list, .set: "array"
        case .serial: nil
        default: "string"
        }
    }

    /// The kind of JSON value that `min` and `max` are.
    private var boundType: String {
        switch self {
        case .decimal: "number"
        case .duration: "string"
        default: "integer"
        }
    }

    /// A type of this word, for questions whose answers do not depend on its parameters.
    private var sample: Spec.FieldType {
        switch self {
        case .string: .string
        case .text: .text
        case .slug: .slug
        case .int: .int
        case .decimal: .decimal(precision: 18, scale: 2)
        case .bool: .bool
        case .date: .date
        case .time: .time
        case .datetime: .datetime
        case .email: .email
        case .phone: .phone
        case .url: .url
        case .uuid: .uuid
        case .enumeration: .enumeration(Spec.Enumeration(values: []))
        case .country: .country
        case .language: .language
        case .timezone: .timezone
        case .json: .json(shape: [])
        case .duration: .duration
        case .list: .list(of: Self.anyItem, isSet: false)
        case .set: .list(of: Self.anyItem, isSet: true)
        case .map, .image, .computed, .secret: .entries(Spec.Entries(value: Self.anyItem))
        case .serial: .serial
        }
    }

    private static let anyItem = {
        let nowhere = Span(.start, .start)
        return Spec.Property(
            name: Located("", at: nowhere), type: Located(.string, at: nowhere), isOptional: false, rules: Spec.Rules())
    }()
}
