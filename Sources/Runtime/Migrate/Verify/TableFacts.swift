/// What stands in a table, as Postgres spells it, compared.
enum TableFacts {
    /// What the planner ends the name of a column with that takes another's place.
    static let twin = "__next"

    struct Fact: Equatable, Sendable {
        let kind: String
        let name: String
        let definition: String
        /// Of a column: a row may be inserted without it. Of a trigger: its function is not ours.
        let isTheirs: Bool
        /// The columns that a rule or a unique index is over, as far as it names any.
        let columns: [String]

        init?(_ row: [String?]) {
            guard row.count == 5, let kind = row[0], let name = row[1], let definition = row[2] else { return nil }
            self.kind = kind
            self.name = name
            self.definition = definition
            isTheirs = row[3] == "t"
            columns = (row[4] ?? "").split(separator: "\n").map(String.init)
        }
    }

    static func drift(_ table: String, _ wanted: [Fact], _ found: [Fact]) -> [Drift] {
        changed(table, wanted, found) + added(table, wanted, found)
    }

    private static func changed(_ table: String, _ wanted: [Fact], _ found: [Fact]) -> [Drift] {
        wanted.compactMap { fact in
            let other = found.first { $0.kind == fact.kind && $0.name == fact.name }
            guard other?.definition != fact.definition else { return nil }
            // A rule or an index of the same definition does the same, whatever a table that was taken over calls it.
            if other == nil, fact.kind != "column", found.contains(where: { $0.isLike(fact) }) { return nil }
            return Drift(
                kind: fact.kind, table: table, name: fact.name, wanted: fact.definition, found: other?.definition)
        }
    }

    /// What others have added is theirs, but a column that an insert of ours can't leave out. What may stand in our way
    /// is told, and what a migration of ours has left is ours.
    private static func added(_ table: String, _ wanted: [Fact], _ found: [Fact]) -> [Drift] {
        let ours = wanted.filter { $0.kind == "column" }.map(\.name)
        return found.compactMap { fact in
            guard !wanted.contains(where: { $0.kind == fact.kind && $0.name == fact.name || fact.isLike($0) }) else {
                return nil
            }
            let level: Drift.Level
            switch fact.kind {
            case "column" where fact.name.hasSuffix(twin) && ours.contains(String(fact.name.dropLast(twin.count))):
                level = .error
            case "column" where !fact.isTheirs: level = .error
            case "trigger": level = fact.isTheirs ? .note : .error
            case "check", "index":
                guard fact.columns.contains(where: ours.contains) else { return nil }
                level = .note
            default: return nil
            }
            return Drift(
                level: level, kind: fact.kind, table: table, name: fact.name, wanted: nil, found: fact.definition)
        }
    }
}

extension TableFacts.Fact {
    fileprivate func isLike(_ other: Self) -> Bool {
        kind == other.kind && kind != "column" && kind != "trigger" && definition == other.definition
    }
}
