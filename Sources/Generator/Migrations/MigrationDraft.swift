/// The way of a developer's database to the spec, in two parts: what loses nothing, and what drops values.
///
/// Between the two the database is in a state with a document of its own: that of the spec, and what it no longer has. So
/// from wherever a developer goes on, to another spec or to another branch, the next draft begins at what is there.
package struct MigrationDraft: Equatable, Sendable {
    package struct Part: Equatable, Sendable {
        package let plan: MigrationPlan
        /// As `up.sql` has it.
        package let up: String
        /// The state that it leads to.
        package let document: ContractDocument
    }

    /// `nil` when there is nothing to do without a loss.
    package var safe: Part?
    /// `nil` when nothing is lost.
    package var rest: Part?

    /// - Parameters:
    ///   - removed: what the spec says may be dropped, which no new field is asked to be.
    ///   - isGuarded: whether a field that is gone may be one that has come. It can't be when the state is another branch's.
    package static func make(
        from last: ContractDocument, to present: ContractDocument, removed: Set<String>, isGuarded: Bool
    ) -> Result<MigrationDraft, MigrationRefusal> {
        let wide = last.schema.kept(beside: present.schema, .later(said: removed, guarded: isGuarded))
        guard case .success(let (schema, names)) = wide else { return wide.map { _ in MigrationDraft() } }
        let middle = ContractDocument(contract: present.contract, schema: schema)
        return part(from: last, to: middle, []).flatMap { safe in
            part(from: middle, to: present, names).map { MigrationDraft(safe: safe, rest: $0) }
        }
    }

    private static func part(
        from source: ContractDocument, to target: ContractDocument, _ drops: Set<String>
    ) -> Result<Part?, MigrationRefusal> {
        guard source.schema != target.schema else { return .success(nil) }
        return MigrationPlanner.plan(from: source.schema, to: target.schema, drops: .tombstones(drops)).map { plan in
            Part(plan: plan, up: MigrationText.render(plan, id: "draft"), document: target)
        }
    }
}

extension Schema {
    /// The target with the tables and columns beside it that only this schema has, and their names.
    fileprivate func kept(
        beside target: Schema, _ drops: MigrationPlanner.Drops
    ) -> Result<(Schema, Set<String>), MigrationRefusal> {
        var (wide, names, faults) = (target, Set<String>(), [MigrationFault]())
        for (index, table) in target.tables.enumerated() {
            guard let former = self.table(named: table.name) else { continue }
            var planner = TablePlanner(former, table, drops)
            planner.plan()
            faults += planner.faults
            for var column in planner.dropped where !column.isPrimary {
                // Who doesn't know the column doesn't write it.
                if column.standard == nil { column.isNullable = true }
                wide.tables[index].columns.append(column)
                names.insert("\(table.name).\(column.name)")
            }
        }
        for table in tables where target.table(named: table.name) == nil {
            wide.tables.append(table)
            names.insert(table.name)
        }
        return faults.isEmpty ? .success((wide, names)) : .failure(MigrationRefusal(faults: faults))
    }
}
