/// What stands in a table, as Postgres spells it, compared.
enum TableFacts {
    struct Fact: Equatable, Sendable {
        let kind: String
        let name: String
        let definition: String
        let mayBeLeftOut: Bool

        init?(_ row: [String?]) {
            guard row.count == 4, let kind = row[0], let name = row[1], let definition = row[2] else { return nil }
            self.kind = kind
            self.name = name
            self.definition = definition
            mayBeLeftOut = row[3] == "t"
        }
    }

    /// What others have added is theirs, but a column that an insert of ours can't leave out.
    static func drift(_ table: String, _ wanted: [Fact], _ found: [Fact]) -> [Drift] {
        var drift: [Drift] = []
        for fact in wanted {
            let other = found.first { $0.kind == fact.kind && $0.name == fact.name }
            guard other?.definition != fact.definition else { continue }
            // A rule or an index of the same definition does the same, whatever a table that was taken over calls it.
            let isThere =
                fact.kind != "column"
                && found.contains { $0.kind == fact.kind && $0.definition == fact.definition }
            guard other != nil || !isThere else { continue }
            drift.append(
                Drift(
                    kind: fact.kind, table: table, name: fact.name, wanted: fact.definition, found: other?.definition))
        }
        for fact in found where fact.kind == "column" && !fact.mayBeLeftOut {
            guard !wanted.contains(where: { $0.kind == "column" && $0.name == fact.name }) else { continue }
            drift.append(Drift(kind: "column", table: table, name: fact.name, wanted: nil, found: fact.definition))
        }
        return drift
    }
}
