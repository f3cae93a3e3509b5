/// Makes the steps from one schema to another.
package struct MigrationPlanner {
    /// Which values may be dropped.
    package enum Drops: Equatable, Sendable {
        /// Those of these tables, and of these columns: `user_profiles.bio`.
        case tombstones(Set<String>)
        /// All that the target doesn't have: the way back of a migration.
        case all
        /// None at once: the plan is looked at for what it would drop. A field that is gone while another of the same type
        /// has come is still asked for, where the first is not among these names and `guarded` says so.
        case later(said: Set<String>, guarded: Bool)
    }

    let source: Schema
    let target: Schema
    let drops: Drops

    /// - Returns: the plan, or why there is none.
    package static func plan(
        from source: Schema, to target: Schema, drops: Drops = .tombstones([])
    ) -> Result<MigrationPlan, MigrationRefusal> {
        let planner = MigrationPlanner(source: source, target: target, drops: drops)
        if source == .empty { return .success(planner.initial) }
        var steps = StepList()
        var faults: [MigrationFault] = []
        planner.ownParts(&steps)
        for table in target.tables {
            if let former = source.table(named: table.name) {
                var planner = TablePlanner(former, table, drops)
                planner.plan()
                faults += planner.faults
                steps.add(planner.steps)
            } else {
                planner.create(table, &steps)
            }
        }
        for table in source.tables where target.table(named: table.name) == nil {
            planner.drop(table, &steps, &faults)
        }
        if let step = steps.all.first(where: { MigrationText.isAmbiguous($0.sql) }) {
            faults.append(
                MigrationFault(
                    .impossibleChange, "", nil, "a line of a default begins with `--@`, as steps do: \(step.words)",
                    help: "put a space before it"))
        }
        guard faults.isEmpty else { return .failure(MigrationRefusal(faults: faults)) }
        return .success(
            MigrationPlan(source: source, target: target, steps: steps.all, isRolling: steps.isRolling))
    }

    /// One script that takes over tables which are there.
    private var initial: MigrationPlan {
        let step = MigrationStep(
            phase: .expand, kind: .transaction,
            words: "Makes the tables, or adds what is missing to those that are there; loses nothing.",
            lock: "ACCESS EXCLUSIVE on tables that are there already", work: .scans,
            sql: InitialMigration.render(target))
        return MigrationPlan(source: source, target: target, steps: [step])
    }

    private func ownParts(_ steps: inout StepList) {
        for part in target.own where !source.own.contains(part) {
            steps.expand.append(
                MigrationStep(
                    phase: .expand, kind: .transaction,
                    words: "Makes or replaces \(part.name), which is the runtime's own.",
                    lock: "ACCESS EXCLUSIVE on \(part.name) if it is a table", sql: part.sql))
        }
    }

    private func create(_ table: Schema.Table, _ steps: inout StepList) {
        var lines: [String] = []
        let parts = table.name.split(separator: ".")
        if parts.count == 2, parts[0] != "public" { lines.append("CREATE SCHEMA IF NOT EXISTS \(parts[0]);") }
        var members = table.columns.map { "    \($0.definition)" }
        for rule in table.rules {
            if case .check(let expression) = rule.kind {
                members.append("    CONSTRAINT \(rule.name) CHECK (\(expression))")
            }
        }
        lines.append("CREATE TABLE \(table.name) (\n\(members.joined(separator: ",\n"))\n);")
        for rule in table.rules {
            if case .unique(let expression) = rule.kind {
                lines.append("CREATE UNIQUE INDEX \(rule.name) ON \(table.name) (\(expression));")
            }
        }
        for index in table.indexes {
            lines.append("CREATE INDEX \(index.name) ON \(table.name) (\(index.expressions.joined(separator: ", ")));")
        }
        let referred = Set(table.columns.compactMap { $0.reference?.table }).subtracting([table.name]).sorted()
        steps.expand.append(
            MigrationStep(
                phase: .expand, kind: .transaction, words: "Makes the table \(table.name).",
                lock: referred.isEmpty
                    ? nil : "SHARE ROW EXCLUSIVE on \(referred.joined(separator: " and ")), which it refers to",
                sql: lines.joined(separator: "\n")))
    }

    private func drop(_ table: Schema.Table, _ steps: inout StepList, _ faults: inout [MigrationFault]) {
        guard drops.include(table.name) else {
            faults.append(
                MigrationFault(
                    .dropWithoutTombstone, table.resource, nil,
                    "the resource `\(table.resource)` is gone, and its table \(table.name) would be dropped",
                    help: "put it back, or put `\(table.resource)` under `removed:`"))
            return
        }
        steps.contract.append(
            MigrationStep(
                phase: .contract, kind: .transaction, words: "Drops the table \(table.name) with all its rows.",
                lock: TablePlanner.exclusive(table.name, table.columns), isDestructive: true,
                sql: "DROP TABLE \(table.name);"))
    }
}

extension MigrationPlanner.Drops {
    func include(_ name: String) -> Bool {
        switch self {
        case .all, .later: true
        case .tombstones(let names): names.contains(name)
        }
    }

    /// Whether a column that is gone while another has come may be that other one.
    func asks(about name: String) -> Bool {
        switch self {
        case .all: false
        case .tombstones(let names): !names.contains(name)
        case .later(let said, let guarded): guarded && !said.contains(name)
        }
    }
}

/// Why there is no plan.
package struct MigrationRefusal: Error, Equatable, Sendable {
    package let faults: [MigrationFault]
}
