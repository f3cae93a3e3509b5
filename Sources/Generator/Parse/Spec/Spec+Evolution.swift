/// What was there once, and what will go.
extension Spec {
    /// `removed: {nickname: {since: 2026-11-01}}`: a field that is served no more, and whose column may be dropped.
    package struct RemovedField: Equatable, Sendable {
        package var name: Located<String>
        package var column: Located<String>
        /// A date `YYYY-MM-DD`.
        package var since: Located<String>
    }

    /// `removed: {badge: {table: badges, since: 2026-11-01}}`: the same for a resource and its table.
    package struct RemovedResource: Equatable, Sendable {
        package var name: Located<String>
        package var table: Located<String>
        /// A date `YYYY-MM-DD`.
        package var since: Located<String>
    }

    /// `deprecated: true`, or `{since: 2026-11-01, sunset: 2027-11-01, use: display_name}`
    package struct Deprecation: Equatable, Sendable {
        /// Dates `YYYY-MM-DD`.
        package var since: Located<String>?
        package var sunset: Located<String>?
        /// The field to use instead.
        package var use: Located<String>?
    }

    /// `was: nick`, or `was: {name: nick, since: 2026-11-01, sunset: 2027-11-01}`
    package struct FormerName: Equatable, Sendable {
        package var name: Located<String>
        /// Dates `YYYY-MM-DD`.
        package var since: Located<String>?
        package var sunset: Located<String>?
    }

    /// `custom_fields: {profile: {spec: {…}}}`
    package struct CustomFields: Equatable, Sendable {
        package var resource: Located<String>
        /// They are among the fields of the resource too, unless their name is taken there.
        package var fields: [Field]
        package var planned: [Planned] = []
    }
}
