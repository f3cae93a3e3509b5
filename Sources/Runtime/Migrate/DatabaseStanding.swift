/// How a database stands to what a build stores.
package enum DatabaseStanding: Equatable, Sendable {
    case ready
    /// It is where a later build has brought it, by steps that take nothing away from this one.
    case ahead
    /// The first thing that is missing: a migration, or the contract steps of one.
    case behind(String)
    /// It is where no migration of this build leads to, or what this build needs was taken away.
    case elsewhere(String)

    /// An entry of the ledger.
    struct Entry: Equatable, Sendable {
        var contract = ""
        var migration: String?
        var schema: String?
        var isRolling = true
        var hasContractSteps = false
        var isContracted = true
    }

    /// - Parameter entries: the newest first; `nil` for a database without any.
    init?(_ set: MigrationSet, _ entries: [Entry]) {
        guard let last = entries.first else { return nil }
        guard let place = entries.firstIndex(where: { $0.schema == set.schema }) else {
            self = Self.behind(set, entries)
            return
        }
        let later = entries[..<place]
        if later.isEmpty {
            // A type that has changed under its name is there only when the old one is gone.
            self =
                last.isRolling || last.isContracted ? .ready : .behind("the contract steps of \(last.migration ?? "?")")
        } else if later.allSatisfy({ !$0.hasContractSteps || !$0.isContracted }) {
            self = .ahead
        } else {
            self = .elsewhere(last.migration ?? "a whole script")
        }
    }

    private static func behind(_ set: MigrationSet, _ entries: [Entry]) -> DatabaseStanding {
        guard let state = entries.first(where: { $0.schema != nil })?.schema else {
            return .behind(set.committed.first?.id ?? "a migration")
        }
        guard let place = set.committed.lastIndex(where: { $0.to == state }) else {
            return .elsewhere(entries.first?.migration ?? "a whole script")
        }
        let next = set.committed[(place + 1)...].first?.id
        return .behind(next ?? "a migration that isn't written yet: rosterc migrate new")
    }

    /// Whether the build can serve on it.
    package var isServable: Bool { self == .ready || self == .ahead }

    /// In words, where there is something to say.
    package var words: String? {
        switch self {
        case .ready: nil
        case .ahead: "a later build has migrated the database"
        case .behind(let what): "the database lacks \(what)"
        case .elsewhere(let what): "the database was brought elsewhere by \(what)"
        }
    }
}
