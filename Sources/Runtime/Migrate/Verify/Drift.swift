/// Something of ours that is in a database otherwise than its migrations have made it.
package struct Drift: Hashable, Sendable, Codable {
    /// `table`, `column`, `primary key`, `check`, `index`, `reference`, or `runtime` for what no resource owns.
    package let kind: String
    /// `user_profiles`; empty for what is in no table.
    package let table: String
    package let name: String
    /// As Postgres spells it; `nil` for what must not be there.
    package let wanted: String?
    /// As Postgres spells it; `nil` for what isn't there.
    package let found: String?

    package var words: String {
        let place = [kind, table.isEmpty ? name : name.isEmpty ? table : "\(table).\(name)"].joined(separator: " ")
        return switch (wanted, found) {
        case (let wanted?, let found?): "\(place) is `\(found)`, and should be `\(wanted)`"
        case (let wanted?, nil): wanted.isEmpty ? "\(place) is missing" : "\(place) is missing: `\(wanted)`"
        case (nil, let found): "\(place) is none of ours, and stops our inserts: `\(found ?? "")`"
        }
    }
}
