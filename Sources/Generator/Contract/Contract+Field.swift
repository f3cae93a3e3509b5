extension Contract {
    package struct Field: Equatable, Sendable {
        package var name: String
        package var description: String?
        package var column: String
        package var type: FieldType
        /// Whether a body that makes or replaces a record must give a value, and none may be null.
        package var isRequired: Bool
        package var standard: Spec.Literal?
        package var unique: Spec.Uniqueness?
        /// What the value is the key of.
        package var reference: Reference?
        package var isImmutable: Bool
        package var read: RoleBits
        /// The owner's choice that lets further readers in: a field of `Visibility.choices`.
        package var visibility: String?
        package var write: RoleBits
        package var filter: [Spec.FilterOperator]
        package var isSortable: Bool
        package var search: Spec.SearchWeight?
        package var completion: Int
        package var personal: Spec.PersonalData?
        package var deprecation: Deprecation?
        /// Whether the server makes the value where the body that makes a record gives none: a key that is no identity.
        package var isGenerated: Bool
        /// Whether the database keeps the value: timestamps, serials.
        package var isAutomatic: Bool
        package var erasure: Erasure?
        /// The names that it had before, the newest first.
        package var formerNames: [FormerName] = []
        /// What people call it.
        package var label: String?
        /// Whether readers must expect values of the enum that are added later.
        package var isOpen = false
        /// How the value is made of the record's others; `nil` for one that is stored.
        package var computed: Computed?
        /// The function by hand that looks at each value.
        package var validator: String?
        /// Which value of the enum a body may set after which; `nil` when any may follow any.
        package var transitions: Transitions?
    }

    /// A name that the field had before, and until when it is served beside the present one.
    package struct FormerName: Equatable, Sendable {
        package var name: String
        /// The day since which the field has another name, `YYYY-MM-DD`.
        package var since: String
        /// The day from which the name is no longer served.
        package var sunset: String?
        /// Whether that day was no later than the version of the contract: then nothing that is generated knows the name
        /// but the column, which keeps it.
        package var isOver: Bool

        /// Whether it is with a contract of that version.
        func isOver(in version: String) -> Bool {
            // Dates of this form have the order of their letters.
            sunset.map { $0 <= version } ?? false
        }
    }

    package enum Computed: Equatable, Sendable {
        case expression(TypedExpression)
        /// A function by hand of these fields.
        case function(String, of: [String], revision: Int)
    }

    package enum Reference: Equatable, Sendable {
        /// Somebody in the table of the authentication layer.
        case identity
        /// A record of the resource, and what its deletion does to this one.
        case resource(String, onDelete: Spec.OnDelete)
    }

    /// A type with the rules that its values obey.
    package indirect enum FieldType: Equatable, Sendable {
        case text(TextRules)
        case integer(minimum: Int?, maximum: Int?)
        case decimal(precision: Int, scale: Int, minimum: String?, maximum: String?)
        case bool
        case date
        case time
        case datetime
        case uuid
        case choice([String])
        case json([Property])
        /// Declared keys, each with one of the values.
        case map(keys: [MapKey], values: [String])
        case section([Property])
        case serial
        /// In microseconds.
        case duration(minimum: Int?, maximum: Int?)
        /// Items of one type, in a set none twice.
        case list(of: FieldType, minimum: Int, maximum: Int, isSet: Bool)
        /// Values of one type by keys that are admitted.
        case entries(keys: KeyRule, of: FieldType, minimum: Int, maximum: Int)
    }

    package enum KeyRule: Equatable, Sendable {
        case pattern(String)
        case words([String])
    }

    /// What is done with a value when its owner is erased.
    package struct Erasure: Equatable, Sendable {
        package var action: Spec.Erasure.Action
        package var basis: String?
        /// Seconds.
        package var until: Int?
    }

    package struct MapKey: Equatable, Sendable {
        package var name: String
        /// The value for those who have not set one.
        package var standard: String
    }

    package struct Property: Equatable, Sendable {
        package var name: String
        package var description: String?
        package var type: FieldType
        package var isRequired: Bool
        package var standard: Spec.Literal?
        /// Whether readers must expect values of the enum that are added later.
        package var isOpen = false
    }

    package struct TextRules: Equatable, Sendable {
        package enum Format: String, Equatable, Sendable {
            case line, text, slug, email, phone, url, country, language, timezone
        }

        package var format: Format
        /// In Unicode scalars.
        package var minimum: Int
        package var maximum: Int
        package var pattern: String?
        package var trim: Bool
        package var lower: Bool
        package var nfc: Bool
        /// Whether the spec bounds the length, which makes the column a `VARCHAR`.
        package var isBounded: Bool
    }
}

extension Contract.FieldType {
    /// Whether a value is an object in a column of its own, which a merge patch changes member by member.
    package var isObject: Bool {
        switch self {
        case .json, .map, .entries: true
        default: false
        }
    }
}

extension Contract.Field {
    package var isIdentity: Bool { reference == .identity }

    /// Whether any caller may set the field with an update.
    package var isUpdatable: Bool { !write.isEmpty && !isImmutable && !isAutomatic }

    /// Whether the body that makes a record may set the field: what updates may set, and what is set once.
    package var isCreatable: Bool { !isAutomatic && (!write.isEmpty || isImmutable) }

    /// Whether the value stands in a column of its own.
    package var isStored: Bool { computed == nil }

    /// The function by hand that makes the value.
    package var function: String? {
        if case .function(let name, _, _)? = computed { name } else { nil }
    }
}
