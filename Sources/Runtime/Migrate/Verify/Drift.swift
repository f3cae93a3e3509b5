/// Something in a database that isn't as its migrations have made it.
package struct Drift: Hashable, Sendable, Codable {
    package enum Level: String, Sendable, Codable {
        /// Something of ours is away or otherwise, or something that stops us was added.
        case error
        /// Something of others stands in a table of ours, and may refuse or change what we write.
        case note
        /// A step of the migration under way, which is not done, is to change it.
        case waiting
    }

    package var level = Level.error
    /// `table`, `column`, `primary key`, `check`, `index`, `reference`, `trigger`, `sequence` or `function`.
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
        if level == .waiting { return "waits: \(place) \(coming)" }
        return switch (wanted, found) {
        case (let wanted?, let found?): "\(place) is `\(found)`, and should be `\(wanted)`"
        case (let wanted?, nil): wanted.isEmpty ? "\(place) is missing" : "\(place) is missing: `\(wanted)`"
        case (nil, let found) where level == .note:
            "note: \(place) is none of ours, and may refuse or change what we write: `\(found ?? "")`"
        case (nil, let found) where kind == "column" && !name.hasSuffix(TableFacts.twin):
            "\(place) is none of ours, and stops our inserts: `\(found ?? "")`"
        case (nil, let found): "\(place) was left behind by a migration: `\(found ?? "")`"
        }
    }

    private var coming: String {
        switch (wanted, found) {
        case (let wanted?, let found?): "is `\(found)`, and is to be `\(wanted)`"
        case (let wanted?, nil): wanted.isEmpty ? "is to be made" : "is to be made: `\(wanted)`"
        case (nil, let found): "is to go: `\(found ?? "")`"
        }
    }
}
