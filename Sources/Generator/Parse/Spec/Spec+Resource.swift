extension Spec {
    /// One kind of record: a table, its routes and the fields or sections in it.
    package struct Resource: Equatable, Sendable {
        package var name: Located<String>
        package var description: Located<String>?
        /// `name` or `schema.name`.
        package var table: Located<String>
        /// Below `api.base`: `/users`, `/users/{id}/settings`.
        package var path: Located<String>
        /// The field that names a record in a path.
        package var key: Located<String>
        /// The resource of which each record has exactly one of these.
        package var onePer: Located<String>?
        package var allow: Allow
        /// The column that counts a record's changes: `BIGINT NOT NULL DEFAULT 1`, not among `fields`.
        package var version: Located<String>?
        /// `if_match: required`
        package var matchRule: Located<MatchRule>?
        package var timestamps: Timestamps
        /// Its own, then those under `custom_fields`.
        package var fields: [Field]
        package var visibility: Visibility?
        package var list: List?
        package var cache: Cache?
        package var sections: [Section]
        /// Fields that are served no more.
        package var removed: [RemovedField] = []
        package var planned: [Planned] = []
        package var hooks: [Hook] = []
        /// What the hooks before a change may refuse it with.
        package var problems: [Problem] = []
        /// The names under `events:`, each after the resource's: `profile.renamed`.
        package var eventNames: [String] = []
        /// `check:`, in the order of the spec. Those of fields are there.
        package var conditions: [Condition] = []
    }

    /// What a change must say of the version that it changes.
    package enum MatchRule: String, CaseIterable, Equatable, Sendable {
        case required
    }

    /// `timestamps: [created_at, updated_at]`, or `{updated: updated_at}`: columns that the database keeps, not among
    /// `fields`.
    package struct Timestamps: Equatable, Sendable {
        package var created: Located<String>?
        package var updated: Located<String>?
    }

    /// Each owner's own choice of who may see a field.
    package struct Visibility: Equatable, Sendable {
        /// From the fewest who see it to the most. `nobody`, or a role.
        package var levels: [Located<String>]
        /// The level of each field for owners who have not chosen.
        package var defaults: [Default]
        /// Where owners choose: `SECTION.KEY` of the `one_per` resource.
        package var setting: Setting

        package struct Default: Equatable, Sendable {
            package var field: Located<String>
            package var level: Located<String>
        }

        package struct Setting: Equatable, Sendable {
            package var section: Located<String>
            package var key: Located<String>
        }
    }

    /// `list: {sort: [-created_at, display_name], page: {default: 25, max: 200}}`
    package struct List: Equatable, Sendable {
        /// The orders that callers may ask for; the first is the one for those who ask for none.
        package var sort: [Located<SortKey>]
        package var defaultLimit: Located<Int>
        package var maximumLimit: Located<Int>
    }

    package struct SortKey: Equatable, Sendable {
        package var field: String
        package var isDescending: Bool
    }

    /// `cache: {ttl: 60s, negative: 5s}`
    package struct Cache: Equatable, Sendable {
        package var ttl: Located<TimeSpan>
        /// How long it is remembered that there is no such record; `nil` for not at all.
        package var negative: Located<TimeSpan>?
    }
}
