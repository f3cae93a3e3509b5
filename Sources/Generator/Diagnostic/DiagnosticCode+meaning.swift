extension DiagnosticCode {
    /// 300–399: the parts do not fit together.
    var textOfMeaning: (title: String, explanation: String) {
        switch self {
        case .unknownRole:
            (
                "an unknown role",
                "Access lists are made of the names under `roles:`. A word that is no role would let nobody in."
            )
        case .readByNobody:
            (
                "a field that nobody reads",
                "A field without `read:` is read by nobody, which is safe and seldom meant. Say who reads it, or `read: none`,\nor `internal: true` for a column that no caller ever sees."
            )
        case .askedButUnreadable:
            (
                "filter, sort or search on a field that nobody reads",
                "Whoever may filter by a field learns its values one question at a time. So only those who may read a field may\nfilter, sort and search by it, and of a field that nobody reads nobody may."
            )
        case .unknownField:
            ("an unknown field", "A name refers to a field of the resource that is not there.")
        case .nameUsedTwice:
            ("a name or column used twice", "Two things that must be told apart have one name.")
        case .reservedWord:
            (
                "a reserved word",
                "Postgres reserves the word, so a column of that name would need quotes in every statement that people write.\nSay `column: other_name`; the API keeps the field's name. Names that the generated Swift, the\nown record's JSON or the paths have taken are refused too, such as the fields `self` and `permissions`, the\nresource `statement` and the path `/me`."
            )
        case .malformedName:
            (
                "a malformed name",
                "Names are lower-case letters, digits and `_`, beginning with a letter, and at most 63 bytes, which is where\nPostgres cuts them off. A table may have its schema in front: `auth.users`."
            )
        case .tooManyFields:
            (
                "too many",
                "A resource has at most 64 fields, its timestamps and sections among them, a spec at most 24 roles and 256\nresources: rights and cache keys are bit sets of that size. An enum has at most 1,000 values."
            )
        case .defaultBreaksRule:
            (
                "a default that breaks its own rule",
                "The default is not a value that the field takes: another type, no value of the enum, too long or out of range."
            )
        case .impossibleRange:
            (
                "a range that makes no sense",
                "The lower end is above the upper end, or the range is beyond what can be stored."
            )
        case .enumerationValues:
            (
                "values of an enum",
                "An enum has at least one value, none twice, each at most 63 of ASCII's letters, digits and `_-.+:/`. They are\nwords for programs; what people read is the client's."
            )
        case .ruleNeedsOtherType:
            (
                "a rule for another type",
                "The rule says nothing about values of this type: a length is for text, `min` and `max` for numbers and dates,\n`co` for text, `gt` for what has an order."
            )
        case .visibilityMismatch:
            (
                "visibility that does not fit",
                "The levels and the setting of `visibility:` must exist: levels from the list, the setting a map in a section of\na resource that says `one_per:` this one. A choice that rules no field is refused, and so is\n`{visibility: …}` anywhere but among the readers of a field."
            )
        case .undeclaredVisibility:
            (
                "a choice that is not declared",
                "`{visibility: bio}` needs `bio` under `visibility.defaults`, else owners who have not chosen would have no level."
            )
        case .sortNotDeclared:
            (
                "a sort by a field that is not sortable",
                "`list.sort` names fields with `sort: true`, the timestamps, or the key."
            )
        case .routesClash:
            (
                "two routes for one request",
                "Two resources have paths that one request can match. A variable segment matches what a fixed one does."
            )
        case .keyField:
            (
                "a key that cannot be one",
                "The key names a record in paths and for ever: a `uuid` field that is required, unique and immutable.\nThat of a resource to which others belong refers to the identity: `ref: identity`."
            )
        case .unknownResource:
            (
                "an unknown resource",
                "A name refers to a resource that is not in `resources:`, or not to one of the kind that is needed."
            )
        case .operationWithoutRoute:
            (
                "an operation that has no route",
                "A resource that is `one_per` another exists with it: it cannot be created, listed or deleted."
            )
        case .pattern:
            (
                "a pattern that cannot be matched",
                "Patterns are matched in linear time, so that no text makes a server wait. They are made of characters, `.`,\n`[a-z]`, `[^a-z]`, `\\d \\w \\s \\D \\W \\S`, `(…)`, `(?:…)`, `|`, `? * + {2} {2,} {2,5}`, `^` and `$`: no look-around,\nno back-references, no flags. The place is that inside of the pattern."
            )
        default:
            ("a contradiction", "Two keys say things that cannot both hold.")
        }
    }
}
