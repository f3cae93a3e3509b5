/// The steps for one table that is there before and after.
struct TablePlanner {
    let old: Schema.Table
    let new: Schema.Table
    let drops: MigrationPlanner.Drops
    var steps = StepList()
    var faults: [MigrationFault] = []
    /// Columns that are filled beside the one that they replace.
    var twins: [Twin] = []
    /// Columns that come in this migration, so that no server writes to them yet.
    var added: Set<String> = []
    /// Columns that go.
    var dropped: [Schema.Column] = []

    init(_ old: Schema.Table, _ new: Schema.Table, _ drops: MigrationPlanner.Drops) {
        self.old = old
        self.new = new
        self.drops = drops
    }

    var table: String { new.name }

    mutating func plan() {
        columns()
        for twin in twins { begin(twin) }
        rules()
        indexes()
        swap()
        for column in dropped { drop(column) }
    }

    /// Goes through the columns of both, and finds which of them are one.
    private mutating func columns() {
        var rest = old.columns.filter { new.column(named: $0.name) == nil }
        for column in new.columns {
            if let former = old.column(named: column.name) {
                change(former, column)
            } else if let place = rest.firstIndex(where: { isFormer($0, of: column) }) {
                rename(rest.remove(at: place), column)
            } else {
                if let lost = rest.first(where: { looksLike($0, column) }) {
                    faults.append(renameOrDrop(lost, column))
                    rest.removeAll { $0 == lost }
                    continue
                }
                add(column)
            }
        }
        for column in rest {
            guard drops.include("\(table).\(column.name)") else {
                let name = column.field ?? column.name
                faults.append(
                    MigrationFault(
                        .dropWithoutTombstone, new.resource, name,
                        "`\(name)` of `\(new.resource)` is gone, and its column \(column.name) would be dropped",
                        help: "put it back, or put it under `removed:`"))
                continue
            }
            dropped.append(column)
        }
    }

    private func isFormer(_ former: Schema.Column, of column: Schema.Column) -> Bool {
        if drops == .all {
            // The way back: what is a former name there is the present one here.
            if former.formerNames.contains(column.field ?? column.name) { return true }
        }
        if let field = former.field, field == column.field { return true }
        return column.formerNames.contains(former.field ?? former.name)
    }

    private func looksLike(_ former: Schema.Column, _ column: Schema.Column) -> Bool {
        former.type == column.type && former.reference == column.reference && former.field != nil
            && drops.asks(about: "\(table).\(former.name)")
    }

    private func renameOrDrop(_ lost: Schema.Column, _ column: Schema.Column) -> MigrationFault {
        let (former, name) = (lost.field ?? lost.name, column.field ?? column.name)
        return MigrationFault(
            .looksLikeRename, new.resource, name,
            "`\(former)` of `\(new.resource)` is gone and `\(name)` of the same type has come: is it the same field?",
            help: """
                if it is, say so and its values are kept: `\(name): {was: [\(former)], …}`; if it is not, put \
                `\(former)` under `removed:` and its values are dropped
                """)
    }

    mutating func refuse(_ column: Schema.Column, _ message: String, help: String) {
        faults.append(
            MigrationFault(.impossibleChange, new.resource, column.field ?? column.name, message, help: help))
    }
}
