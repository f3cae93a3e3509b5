/// The words that `type:` takes, in the order in which messages list them.
package enum TypeWord: String, CaseIterable, Sendable {
    case string, text, slug, int, decimal, bool, date, time, datetime, email, phone, url, uuid
    case enumeration = "enum"
    case country, language, timezone, json, map, serial
    case duration, list, set, image, computed, secret

    /// Whether the runtime has values of the type yet.
    package var isServed: Bool {
        switch self {
        case .image, .secret: false
        default: true
        }
    }

    /// The words that a field may have today.
    package static let served = allCases.filter(\.isServed).map(\.rawValue)

    /// Those of values that are part of another, which are never computed.
    package static let ofValues = served.filter { $0 != computed.rawValue }

    /// The names of all keys that say more about one type or another.
    package static let parameterNames = Set(
        (LanguageKey.fieldTypeKeys.dropFirst() + LanguageKey.imageKeys).map(\.name))

    /// The keys that say more about the type, beside `type:`.
    package var parameters: [LanguageKey] {
        switch self {
        case .decimal: [.precision, .scale]
        case .enumeration: [.enumValues, .enumIsOpen, .enumInitial, .enumFinal, .enumTransitions]
        case .json: [.shape]
        case .map: [.mapKeys, .mapValues]
        case .computed: [.computedType, .computedValue, .computedFunction, .computedFrom, .reveals, .revision]
        case .list, .set: [.itemType]
        case .image: LanguageKey.imageKeys
        default: []
        }
    }

    /// One line for editors and docs.
    package var description: String {
        switch self {
        case .string: "One line of text; `length` makes the column a `VARCHAR`."
        case .text: "Text of many lines."
        case .slug: "Words of `a` to `z` and digits, joined by `-`."
        case .int: "A whole number of 64 bits."
        case .decimal: "An exact decimal number."
        case .bool: "`true` or `false`."
        case .date: "A day: `2026-11-01`."
        case .time: "A time of day: `08:30` or `08:30:00`."
        case .datetime: "An instant, UTC: `2026-11-01T08:30:00Z`."
        case .email: "An address for mail."
        case .phone: "A telephone number (E.164): `+4915112345678`."
        case .url: "An address of `http` or `https`."
        case .uuid: "A UUID."
        case .enumeration: "One of the words under `of`."
        case .country: "A country (ISO 3166-1 alpha-2): `DE`."
        case .language: "A language (BCP 47): `pt-BR`."
        case .timezone: "A time zone (IANA): `Europe/Berlin`."
        case .json: "An object with the values under `shape`."
        case .map:
            "Values by keys: any that match a pattern, or the fields of a resource's `visibility`, each with its level."
        case .serial: "Counted by the database, for internal keys."
        case .duration: "An exact length of time (ISO 8601): `PT1H30M`, `P7D`; a day has 24 hours. `INTERVAL`."
        case .list: "Values of one type in an order, at most 100 unless `max` says otherwise. `JSONB`."
        case .set: "A list with no value twice."
        case .image: "A picture."
        case .computed: "A value made of the record's others, by an expression or a function: of a type `of`."
        case .secret: "A value that is written and never read."
        }
    }
}

extension LanguageKey {
    static let type: Self = .required(
        "type", .word(TypeWord.ofValues), "What values it holds.", example: "string",
        remedy: "write `type: string`, or another type")
    static let fieldType: Self = .required(
        type.name, .word(TypeWord.served), type.description, example: type.example, remedy: type.remedy)
    static let enumValues: Self = .required(
        "of", .list(.form(.enumValue), atLeast: 1), "The values of the enum.", example: "[free, pro]",
        remedy: "write `of: [first, second]`")
    static let enumIsOpen: Self = .optional(
        "open", .flag, "Whether readers must expect values that are added later.", example: "false")
    static let enumInitial: Self = .optional(
        "initial", .oneOrMany(.text),
        "The states where records may begin beside the default, when operations or transitions move it.",
        example: "[invited]")
    static let enumFinal: Self = .optional(
        "final", .oneOrMany(.text), "The states that nothing needs to lead out of.", example: "[archived]")
    static let enumTransitions: Self = .optional(
        "transitions", .named("state", .oneOrMany(.text), atLeast: 1, form: .enumValue),
        "Which value may follow which, when bodies set it.", example: "{draft: [shown], shown: [draft, archived]}")
    static let precision: Self = .optional(
        "precision", .integer(DecimalText.digits), "How many digits, 1 to 38. Usual: 18.", example: "18")
    static let scale: Self = .optional(
        "scale", .integer(0...DecimalText.digits.upperBound), "How many of the digits are after the point. Usual: 2.",
        example: "2")
    static let shape: Self = .required(
        "shape", .named("value", .either([.word(TypeWord.ofValues), .map(.shapeValue)]), atLeast: 1),
        "The values of the object: a type each, or a map as for a setting.", example: "{from: time, to: time}",
        remedy: "write `shape: {from: time, to: time}`")
    static let computedType: Self = .required(
        "of", .word(Spec.Computed.types.map(\.rawValue)), "The type of what is computed.", example: "string",
        remedy: "write `of: string`, or another type")
    static let computedValue: Self = .optional(
        "value", .text, "The expression over other fields that makes a computed value.", example: "\"length(bio)\"")
    static let computedFunction: Self = .optional(
        "function", .form(.function), "The function by hand that makes a computed value of the fields under `from`.",
        example: "display_initials", needs: ["from"])
    static let computedFrom: Self = .optional(
        "from", .oneOrMany(.text, atLeast: 1), "The fields that a function is given, in this order, and nothing else.",
        example: "[display_name]", needs: ["function"])
    static let reveals: Self = .optional(
        "reveals", .oneOrMany(.text, atLeast: 1),
        "The fields of which a computed value may tell those who may not read them.", example: "[born]")
    static let revision: Self = .optional(
        "revision", .integer(1...1_000_000),
        "Raised when the function gives other values than before, so that the old ones are remembered no more.",
        example: "2", needs: ["function"])
    static let mapKeys: Self = .required(
        "keys", .either([.form(.visibilityFields), .map(.mapKeys)]),
        "What keys there may be, or `RESOURCE.visibility`.",
        example: "{pattern: '^[a-z]+$'}", remedy: "write `keys: {pattern: '^[a-z]+$'}` or `keys: {of: [first, second]}`"
    )
    static let mapValues: Self = .required(
        "of", .either([.word(TypeWord.ofValues), .form(.visibilityLevels), .map(.shapeValue)]),
        "The type of the values, or `RESOURCE.visibility.levels`.", example: "string",
        remedy: "write `of: string`, or `of: {type: string, length: ..40}`")
    static let itemType: Self = .required(
        "of", .either([.word(TypeWord.ofValues), .map(.shapeValue)]), "The type of the items, with their rules.",
        example: "{type: string, length: ..40}", remedy: "write `of: string`, or `of: {type: string, length: ..40}`")

    /// `type` and the keys that go with one type or another; which go with which is `TypeWord.parameters`.
    static let typeKeys: [Self] =
        [type, ofKey("The values of an `enum`, or the type of what a `list`, a `set` or a `map` holds.")] + moreKeys

    /// The same for a field, which may be computed.
    static let fieldTypeKeys: [Self] =
        [
            fieldType,
            ofKey("The values of an `enum`, or the type of what a `list`, a `set` or a `map` holds or is `computed`."),
        ] + moreKeys + [enumTransitions, computedValue, computedFunction, computedFrom, reveals, revision]

    private static func ofKey(_ description: String) -> Self {
        optional("of", .either([.list(.text), .text, .map(.shapeValue)]), description, example: "[free, pro]")
    }

    private static let moreKeys: [Self] = [
        enumIsOpen, enumInitial, enumFinal, precision, scale,
        optional("shape", shape.value, shape.description, example: shape.example),
        optional("keys", mapKeys.value, mapKeys.description, example: mapKeys.example),
    ]
}
