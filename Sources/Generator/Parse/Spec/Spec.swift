/// The spec as it is written: typed, in the order of the file, every name and value with its place.
///
/// Short and long forms are the same here; nothing has been checked beyond its own shape. `check` says whether the
/// parts fit together, and the contract is made from a spec that it accepts.
package struct Spec: Equatable, Sendable {
    /// `spec: 1`, the edition of the language.
    package var edition: Located<Int>
    package var api: API
    package var identity: Identity
    package var roles: [Role]
    package var resources: [Resource]
    package var operations: [Operation] = []
    package var customFields: [CustomFields] = []
    /// Resources that are served no more.
    package var removed: [RemovedResource] = []
    /// Words of the spec, of its resources and of custom fields that are not served yet.
    package var planned: [Planned] = []
    package var imports: [Import] = []
}

extension Spec {
    /// `api: {name: launch-users, base: /api, version: 2026-11-01}`
    package struct API: Equatable, Sendable {
        package var name: Located<String>
        /// The path before every route: empty, or `/` and segments without a slash at the end.
        package var base: Located<String>
        /// The version of the contract, a date `YYYY-MM-DD`.
        package var version: Located<String>
    }

    /// The table of the authentication layer: referenced, never altered.
    package struct Identity: Equatable, Sendable {
        /// `name` or `schema.name`.
        package var table: Located<String>
        package var key: Located<String>
        /// The claim of a token that holds the key.
        package var claim: Located<String>
    }

    /// One way of asking. A role's place in `roles` is its bit in the runtime's `RoleSet`.
    package struct Role: Equatable, Sendable {
        package enum Kind: Equatable, Sendable {
            /// `{}`: no token needed.
            case anyone
            /// `{token: true}`: any valid token.
            case token
            /// `{when: actor.id == record.user_id}`: the caller is the one whom this field of the record names.
            case owner(field: Located<String>)
            /// `{claim: admin}`: the token's roles hold this word.
            case claim(Located<String>)
        }

        package var name: Located<String>
        package var kind: Kind
        package var planned: [Planned] = []
    }
}
