/// How a database stands to what a build stores.
package enum DatabaseStanding: Equatable, Sendable {
    case ready
    /// It is where a later build has brought it, by steps that take nothing away from this one.
    case ahead
    /// The first thing that is missing: a migration, or the contract steps of one.
    case behind(String)
    /// It is where no migration of this build leads to, or what this build needs was taken away.
    case elsewhere(String)
    /// The migration that this build needs is being taken back.
    case leaving(String)
    /// The user may not read the ledger.
    case hidden

    /// An entry of the ledger.
    struct Entry: Equatable, Sendable {
        var migration: String?
        var schema: String?
        var isRolling = true
        var hasContractSteps = false
        /// Whether the contract steps were begun: from then on what former builds need may be gone.
        var isContracting = true
        var isContracted = true
        /// The migration whose way back was begun here.
        var takingBack: String?

        var isDraft: Bool { migration?.hasPrefix(MigrationRunner.draft) == true }

        /// The migration that it takes back.
        var takenBack: Substring? {
            guard let migration, migration.hasSuffix(MigrationLedger.down) else { return nil }
            return migration.dropLast(MigrationLedger.down.count)
        }
    }

    /// - Parameter entries: the newest first; none for a database that was never migrated.
    init(_ set: MigrationSet, _ entries: [Entry]) {
        let last = entries.first
        guard let state = entries.first(where: { $0.schema != nil })?.schema else {
            self = .behind(set.committed.first?.id ?? "its tables")
            return
        }
        if state == set.schema {
            if let leaving = last?.takingBack {
                self = .leaving(leaving)
                return
            }
            // A type that has changed under its name is there only when the old one is gone.
            let isThere = last?.isRolling != false || last?.isContracted != false
            self = isThere ? .ready : .behind("the contract steps of \(last?.migration ?? "?")")
        } else if let next = Self.next(set, state, entries) {
            self = .behind(next)
        } else if let place = entries.firstIndex(where: { $0.schema == set.schema }), Self.keep(entries[..<place]) {
            self = .ahead
        } else {
            self = .elsewhere(last?.migration ?? "a whole script")
        }
    }

    /// What comes after the state, unless it was before: a later build may have come back to a state of before.
    private static func next(_ set: MigrationSet, _ state: String, _ entries: [Entry]) -> String? {
        guard let place = set.committed.lastIndex(where: { $0.to == state }) else { return nil }
        guard let next = set.committed[(place + 1)...].first?.id else {
            return "a migration that isn't written yet: rosterc migrate new"
        }
        return hasRun(next, entries) ? nil : next
    }

    /// Whether a migration was run, and not taken back since; a draft may have taken back whatever was before it.
    static func hasRun(_ id: String, _ entries: [Entry]) -> Bool {
        entries.first { $0.migration == id || $0.isDraft || $0.takenBack.map { $0 == id } ?? false }?.migration == id
    }

    /// Whether the entries have taken nothing away that was there before them.
    private static func keep(_ entries: ArraySlice<Entry>) -> Bool {
        entries.allSatisfy { entry in
            guard let back = entry.takenBack else { return !entry.hasContractSteps || !entry.isContracting }
            return entries.contains { $0.migration.map { $0 == back } ?? false }
        }
    }

    /// Whether the build can serve on it.
    package var isServable: Bool { self == .ready || self == .ahead }

    /// Whether requests would meet other tables than those that their statements are for.
    package var isWrong: Bool {
        switch self {
        case .behind, .elsewhere, .leaving: true
        case .ready, .ahead, .hidden: false
        }
    }

    /// Whether another build has migrated the database, or is to.
    package var isAnothers: Bool { isWrong || self == .ahead }

    /// In words, where there is something to say.
    package var words: String? {
        switch self {
        case .ready: nil
        case .ahead: "a later build has migrated the database"
        case .behind(let what): "the database lacks \(what)"
        case .elsewhere(let what): "the database was brought elsewhere by \(what)"
        case .leaving(let what): "\(what) is being taken back"
        case .hidden: "the user lacks USAGE on the schema roster, or SELECT on roster.migrations"
        }
    }
}
