extension Spec {
    /// One field of a resource: a column, and its place in the JSON of the resource under the same name.
    package struct Field: Equatable, Sendable {
        package var name: Located<String>
        package var description: Located<String>?
        package var type: Located<FieldType>
        /// The column's name: `column:` when it is written, else the field's name.
        package var column: Located<String>
        /// Whether the value may be missing or null.
        package var isOptional: Bool
        package var defaultValue: Located<Literal>?
        package var rules: Rules
        package var unique: Located<Uniqueness>?
        /// `ref: identity`, or `ref: author`
        package var reference: Located<Reference>?
        /// `on_delete: cascade`; `restrict` when it is not written.
        package var onDelete: Located<OnDelete>?
        /// Set on creation, never changed.
        package var isImmutable: Bool
        /// Never shown to any caller, never taken from one.
        package var isInternal: Bool
        package var read: AccessList
        package var write: AccessList
        package var filter: [Located<FilterOperator>]
        /// `sort: true`, with its place.
        package var sort: Located<Bool>?
        package var search: Located<SearchWeight>?
        /// What the field adds to the completion score, in percent.
        package var completion: Located<Int>?
        package var personal: Located<PersonalData>?
        package var erasure: Erasure?
        /// The names that the field had before.
        package var formerNames: [FormerName] = []
        /// Whether its column is called as the field was once.
        var keepsFormerColumn: Bool { formerNames.contains { $0.name.span == column.span } }
        /// What people call it.
        package var label: Located<String>?
        package var deprecation: Located<Deprecation>?
        /// `check:`
        package var condition: Condition?
        /// A type that is not served yet; `type` is a stand-in then.
        package var plannedType: Located<TypeWord>?
        package var encryption: Located<Encryption>?
        package var mask: Mask?
        /// The attribute of SCIM that it is.
        package var scim: Located<String>?
        /// Words that are not served yet. The reader of the resource says whose they are.
        package var planned: [Planned] = []

        /// How the value is made of the record's others; `nil` for one that is stored.
        package var computed: Computed?
        /// The fields of which a computed value may tell those who may not read them.
        package var reveals: [Located<String>] = []
        /// The function by hand that looks at each value beside the rules.
        package var validator: Located<String>?

        package var isSortable: Bool { sort?.value ?? false }
    }

    /// `erase: delete`, or `{action: keep, basis: tax law, until: 3650d}`
    package struct Erasure: Equatable, Sendable {
        package enum Action: String, CaseIterable, Equatable, Sendable {
            /// Another value takes its place that tells nothing.
            case anonymise
            /// NULL takes its place.
            case delete
            /// The law asks for it.
            case keep
        }

        package var action: Located<Action>
        package var basis: Located<String>?
        package var until: Located<TimeSpan>?
    }

    package enum Uniqueness: Equatable, Sendable {
        case exact
        /// `{ci: true}`: equal when the lower-case forms are.
        case caseInsensitive
    }

    package enum Reference: Equatable, Sendable {
        case identity
        /// A resource by its name.
        case resource(String)
    }

    /// What happens to a record when the one that it refers to is deleted.
    package enum OnDelete: String, CaseIterable, Equatable, Sendable {
        /// The other cannot be deleted.
        case restrict
        /// It is deleted too.
        case cascade
        /// It refers to nothing from then on.
        case null
    }

    /// The operators of the filter grammar (RFC 7644 section 3.4.2.2, and `in`).
    package enum FilterOperator: String, CaseIterable, Equatable, Sendable {
        case eq, ne, co, sw, ew, gt, ge, lt, le, pr, `in`
    }

    /// The weights of Postgres's text search, the heaviest first.
    package enum SearchWeight: String, CaseIterable, Equatable, Sendable {
        case a = "A"
        case b = "B"
        case c = "C"
        case d = "D"
    }

    /// Why a field is personal data.
    package enum PersonalData: String, CaseIterable, Equatable, Sendable {
        case identity, contact, location, behaviour, sensitive
    }
}
