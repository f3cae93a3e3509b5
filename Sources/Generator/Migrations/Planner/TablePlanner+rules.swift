extension TablePlanner {
    mutating func rules() {
        for rule in old.rules where new.rule(named: rule.name) == nil && !goesWithColumn(rule.sql) {
            switch rule.kind {
            case .check:
                transaction(
                    .expand, "Takes the check \(rule.name) away.",
                    "ALTER TABLE \(table) DROP CONSTRAINT IF EXISTS \(rule.name);")
            case .unique: dropIndex(rule.name, .expand, "Values may stand in several rows from now on.")
            }
        }
        for rule in new.rules {
            let former = old.rule(named: rule.name)
            let isTwinned = twins.contains { SQLNames.mentions($0.new.name, in: rule.sql) }
            guard former?.kind != rule.kind || isTwinned else { continue }
            switch rule.kind {
            case .check(let expression): check(rule, expression, former, isTwinned)
            case .unique(let expression): unique(rule, expression)
            }
        }
    }

    mutating func indexes() {
        for index in old.indexes where new.index(named: index.name) == nil && !goesWithColumn(index.sql) {
            dropIndex(index.name, .contract, "Servers of the former contract sort by it until then.")
        }
        for index in new.indexes {
            let isTwinned = twins.contains { SQLNames.mentions($0.new.name, in: index.sql) }
            guard old.index(named: index.name) != index || isTwinned else { continue }
            createIndex(built(index.name, index.sql), interim(index.sql), .expand)
            if twins.isEmpty, built(index.name, index.sql) != index.name { takeOver(index.name) }
        }
    }

    /// The name under which something is built, while another has its name or a column of it has not.
    func built(_ name: String, _ sql: String) -> String {
        let waits = twins.contains { $0.name != $0.new.name && SQLNames.mentions($0.new.name, in: sql) }
        let isTaken =
            old.index(named: name).map { $0.sql != sql } ?? old.rule(named: name).map { $0.sql != sql } ?? false
        let isTwinned = twins.contains { SQLNames.mentions($0.new.name, in: sql) }
        return waits || (isTaken && (isTwinned || !isCheck(name))) ? name + Twin.suffix : name
    }

    private func isCheck(_ name: String) -> Bool { new.rule(named: name)?.isCheck ?? false }

    /// The expression over the columns as they are called until the old ones have gone.
    private func interim(_ sql: String) -> String {
        var names: [String: String] = [:]
        for twin in twins { names[twin.new.name] = twin.name }
        return SQLNames.replacing(names, in: sql)
    }

    /// Whether it goes when a column goes.
    private func goesWithColumn(_ sql: String) -> Bool {
        (dropped + twins.filter(\.isRename).map(\.old)).contains { SQLNames.mentions($0.name, in: sql) }
    }

    private func isOverNewColumns(_ sql: String) -> Bool {
        added.contains { SQLNames.mentions($0, in: sql) } && !isOverFormerColumns(sql)
    }

    private func isOverFormerColumns(_ sql: String) -> Bool {
        old.columns.contains { !added.contains($0.name) && SQLNames.mentions($0.name, in: sql) }
    }

    // MARK: Checks

    private mutating func check(_ rule: Schema.Rule, _ expression: String, _ former: Schema.Rule?, _ isTwinned: Bool) {
        let name = built(rule.name, rule.sql)
        let sql = interim(expression)
        let isWider = former.map { CheckWidening.isWider(expression, than: $0.sql) } ?? false
        let isNew = isOverNewColumns(sql)
        if !isNew || isTwinned, !isWider {
            // Over the columns as they are before the migration.
            var names: [String: String] = [:]
            for twin in twins { names[twin.new.name] = twin.isRename ? twin.old.name : "(\(twin.value))" }
            let before = SQLNames.replacing(names, in: expression)
            steps.checks.append(rows("rows of \(table) that the rule of `\(rule.field)` refuses", "NOT (\(before))"))
        }
        let isHeld = !isTwinned || isHeldBefore(expression)
        let phase = isNew && isHeld || isWider ? MigrationStep.Phase.expand : .contract
        var lines: [String] = []
        if former != nil, name == rule.name { lines.append("ALTER TABLE \(table) DROP CONSTRAINT IF EXISTS \(name);") }
        lines.append("ALTER TABLE \(table) ADD CONSTRAINT \(name) CHECK (\(sql)) NOT VALID;")
        transaction(
            phase,
            isWider && !isTwinned
                ? "Widens the rule of \(table).\(rule.field); rows that obeyed it still do."
                : "Sets the rule of \(table).\(rule.field), for what is written from now on.",
            lines.joined(separator: "\n"), isLate: isTwinned || isNew)
        if !isWider { validate(name, phase) }
    }

    /// Whether a rule over a column that takes another's place lets in all that servers of the former contract write, whose
    /// values come to it: another rule than theirs waits until they are gone.
    private func isHeldBefore(_ expression: String) -> Bool {
        let before = formerly(expression)
        return old.rules.contains { $0.isCheck && CheckWidening.isWider(before, than: $0.sql) }
    }

    private func formerly(_ expression: String) -> String {
        var names: [String: String] = [:]
        for twin in twins { names[twin.new.name] = twin.old.name }
        return SQLNames.replacing(names, in: expression)
    }

    // MARK: Indexes

    private mutating func unique(_ rule: Schema.Rule, _ expression: String) {
        let name = built(rule.name, rule.sql)
        let sql = interim(expression)
        let isNew = isOverNewColumns(sql)
        if !isNew || twins.contains(where: { SQLNames.mentions($0.name, in: sql) }) {
            var names: [String: String] = [:]
            for twin in twins { names[twin.new.name] = twin.isRename ? twin.old.name : "(\(twin.value))" }
            steps.checks.append(duplicates(rule, SQLNames.replacing(names, in: expression)))
        }
        let isTwinned = twins.contains { SQLNames.mentions($0.new.name, in: expression) }
        let isHeld = !isTwinned || old.rules.contains { $0.kind == .unique(formerly(expression)) }
        let phase = isNew && isHeld ? MigrationStep.Phase.expand : .contract
        append(
            MigrationStep(
                phase: phase, kind: .index(name),
                words:
                    "Makes the values of \(rule.field) unique in \(table), by an index that is built beside reads and writes.",
                lock: nil, work: .scans,
                sql: "CREATE UNIQUE INDEX CONCURRENTLY \(name) ON \(table) (\(sql));"),
            isLate: true)
        if twins.isEmpty, name != rule.name { takeOver(rule.name, phase) }
    }

    /// The index that was built beside another takes its place.
    private mutating func takeOver(_ name: String, _ phase: MigrationStep.Phase = .contract) {
        transaction(phase, "Puts the new index in the place of \(name).", takeover(name).joined(separator: "\n"))
    }

    func takeover(_ name: String) -> [String] {
        let schema = table.split(separator: ".").count == 2 ? table.split(separator: ".")[0] + "." : ""
        return [
            "DROP INDEX IF EXISTS \(schema)\(name);", "ALTER INDEX \(schema)\(name)\(Twin.suffix) RENAME TO \(name);",
        ]
    }

    mutating func createIndex(_ name: String, _ sql: String, _ phase: MigrationStep.Phase) {
        append(
            MigrationStep(
                phase: phase, kind: .index(name), words: "Builds the index \(name) beside reads and writes.", lock: nil,
                work: .scans, sql: "CREATE INDEX CONCURRENTLY \(name) ON \(table) (\(sql));"),
            isLate: true)
    }

    mutating func dropIndex(_ name: String, _ phase: MigrationStep.Phase, _ words: String) {
        let schema = table.split(separator: ".").count == 2 ? table.split(separator: ".")[0] + "." : ""
        append(
            MigrationStep(
                phase: phase, kind: .index(name), words: "Drops the index \(name). \(words)", lock: nil,
                sql: "DROP INDEX CONCURRENTLY IF EXISTS \(schema)\(name);"))
    }
}

extension Schema.Rule {
    var isCheck: Bool { if case .check = kind { true } else { false } }

    var sql: String {
        switch kind {
        case .check(let expression), .unique(let expression): expression
        }
    }
}

extension Schema.Index {
    var sql: String { expressions.joined(separator: ", ") }
}
