extension Spec {
    /// What values a field or a setting holds.
    package indirect enum FieldType: Equatable, Sendable {
        /// One line of text. A `length` makes the column a `VARCHAR(max)`.
        case string
        /// Text of many lines.
        case text
        /// `[a-z0-9]` words joined by `-`.
        case slug
        case int
        case decimal(precision: Int, scale: Int)
        case bool
        case date
        case time
        /// An instant, UTC.
        case datetime
        case email
        /// E.164.
        case phone
        /// http or https.
        case url
        case uuid
        case enumeration(Enumeration)
        /// ISO 3166-1 alpha-2.
        case country
        /// BCP 47.
        case language
        /// IANA.
        case timezone
        /// An object with properties of its own.
        case json(shape: [Property])
        case map(Map)
        /// Values by keys that a pattern or a list admits.
        case entries(Entries)
        /// An exact length of time.
        case duration
        /// Values in an order; in a set none twice. How many is told by `min` and `max`.
        case list(of: Property, isSet: Bool)
        /// Counted by the database; the table's primary key.
        case serial
    }

    /// `type: enum, of: [free, pro], open: false`
    package struct Enumeration: Equatable, Sendable {
        package var values: [Located<String>]
        /// Whether readers must expect values that are added later; `nil` when it is not written.
        package var open: Located<Bool>?
        /// The states in which records may begin beside the default, for an enum that operations or transitions move.
        package var initial: [Located<String>] = []
        /// The states that nothing needs to lead out of.
        package var final: [Located<String>] = []
        /// Which value may follow which, when bodies set it; `nil` when any may.
        package var transitions: [Transition]?
    }

    /// `draft: [shown]`
    package struct Transition: Equatable, Sendable {
        package var from: Located<String>
        package var to: [Located<String>]
    }

    /// `type: map, keys: {pattern: "^[a-z]+$"}, of: string`
    package struct Entries: Equatable, Sendable {
        package var pattern: Located<String>?
        package var words: [Located<String>]?
        package var value: Property
    }

    /// `type: map, keys: profile.visibility, of: profile.visibility.levels`
    package struct Map: Equatable, Sendable {
        package var keys: Domain
        package var values: Domain

        /// A set of words that another part of the spec defines.
        package enum Domain: Equatable, Sendable {
            /// `RESOURCE.visibility`: the fields under the resource's `visibility.defaults`.
            case visibilityFields(resource: Located<String>)
            /// `RESOURCE.visibility.levels`
            case visibilityLevels(resource: Located<String>)
        }
    }
}

extension Spec.FieldType {
    /// `open: true` of an enum.
    package var isOpen: Bool {
        if case .enumeration(let enumeration) = self { enumeration.open?.value ?? false } else { false }
    }

    /// The word that the spec uses for the type.
    package var word: String { typeWord.rawValue }

    package var typeWord: TypeWord {
        switch self {
        case .string: .string
        case .text: .text
        case .slug: .slug
        case .int: .int
        case .decimal: .decimal
        case .bool: .bool
        case .date: .date
        case .time: .time
        case .datetime: .datetime
        case .email: .email
        case .phone: .phone
        case .url: .url
        case .uuid: .uuid
        case .enumeration: .enumeration
        case .country: .country
        case .language: .language
        case .timezone: .timezone
        case .json: .json
        case .map, .entries: .map
        case .duration: .duration
        case .list(_, let isSet): isSet ? .set : .list
        case .serial: .serial
        }
    }
}
