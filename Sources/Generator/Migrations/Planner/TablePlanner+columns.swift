extension TablePlanner {
    mutating func add(_ column: Schema.Column) {
        guard !column.isPrimary else {
            return refuse(
                column, "`\(column.name)` would be a new primary key", help: "make a resource with a table of its own")
        }
        added.insert(column.name)
        var first = column
        first.reference = nil
        let isFilled = column.standard != nil
        if !isFilled { first.isNullable = true }
        transaction(
            .expand,
            isFilled
                ? "Adds \(table).\(column.name); rows that are there have its default without being written."
                : "Adds \(table).\(column.name), which is null in the rows that are there.",
            "ALTER TABLE \(table) ADD COLUMN \(first.definition);")
        if let reference = column.reference { self.reference(column.name, reference, isNew: true, before: nil) }
        if !isFilled, !column.isNullable {
            steps.checks.append(
                rows("rows of \(table), which would have no value of the required `\(column.name)`", "true"))
            require(column.name, .contract)
        }
    }

    mutating func change(_ old: Schema.Column, _ new: Schema.Column) {
        guard old.isPrimary == new.isPrimary else {
            return refuse(new, "the primary key of \(table) can't change", help: "keep the key, or make a new resource")
        }
        if old.type != new.type { change(type: old, new) }
        guard !twins.contains(where: { $0.new == new }) else { return }
        if old.standard != new.standard, new.type != "SERIAL" { setDefault(new) }
        if old.isNullable, !new.isNullable, !new.isPrimary { tighten(new) }
        if !old.isNullable, new.isNullable, !old.isPrimary {
            transaction(
                .expand, "Lets \(table).\(new.name) be null.",
                "ALTER TABLE \(table) ALTER COLUMN \(new.name) DROP NOT NULL;")
        }
        guard old.reference != new.reference else { return }
        if old.reference != nil {
            transaction(
                .expand, "Takes the reference of \(table).\(new.name) away.",
                "ALTER TABLE \(table) DROP CONSTRAINT \(foreignKey(new.name));", unbound: [old])
        }
        if let reference = new.reference { self.reference(new.name, reference, isNew: false, before: new.name) }
    }

    private mutating func setDefault(_ column: Schema.Column) {
        let action = column.standard.map { "SET DEFAULT \($0)" } ?? "DROP DEFAULT"
        // Servers that rely on the default may still run.
        transaction(
            column.standard == nil ? .contract : .expand,
            column.standard == nil
                ? "Takes the default of \(table).\(column.name) away."
                : "Sets the default of \(table).\(column.name), for rows to come.",
            "ALTER TABLE \(table) ALTER COLUMN \(column.name) \(action);")
    }

    private mutating func tighten(_ column: Schema.Column) {
        if let standard = column.standard {
            fill(
                "Gives \(table).\(column.name) its default where it is null.", "\(column.name) = \(standard)",
                "\(column.name) IS NULL")
        } else {
            steps.checks.append(
                rows("rows of \(table) without the required `\(column.name)`", "\(column.name) IS NULL"))
        }
        require(column.name, .contract, standard: column.standard)
    }

    /// No null from now on, then none among the rows that are there, then the column says so without looking again.
    mutating func require(_ column: String, _ phase: MigrationStep.Phase, standard: String? = nil) {
        let name = "\(new.shortName)_\(column)_filled"
        transaction(
            phase, "Refuses null in \(table).\(column) from now on.",
            "ALTER TABLE \(table) ADD CONSTRAINT \(name) CHECK (\(column) IS NOT NULL) NOT VALID;",
            isLate: true)
        if let standard {
            fill(
                "Fills what servers of the former contract left null meanwhile.", "\(column) = \(standard)",
                "\(column) IS NULL", .contract)
        }
        validate(name, phase)
        transaction(
            phase, "Makes \(table).\(column) NOT NULL, which the check has proved.",
            """
            ALTER TABLE \(table) ALTER COLUMN \(column) SET NOT NULL;
            ALTER TABLE \(table) DROP CONSTRAINT \(name);
            """, isLate: true)
    }

    func foreignKey(_ column: String) -> String { "\(new.shortName)_\(column)_fkey" }

    /// - Parameters:
    ///   - isNew: whether no server writes what it would refuse.
    ///   - before: what the column is called before the migration; `nil` where it has no values then.
    mutating func reference(_ column: String, _ reference: Schema.Reference, isNew: Bool, before: String?) {
        let name = foreignKey(column)
        if !isNew, let before {
            let missing = """
                \(before) IS NOT NULL AND NOT EXISTS (
                    SELECT FROM \(reference.table) AS referred
                    WHERE referred.\(reference.column) = \(new.shortName).\(before))
                """
            steps.checks.append(
                rows("rows of \(table) whose `\(before)` refers to nothing in \(reference.table)", missing))
        }
        let phase = isNew ? MigrationStep.Phase.expand : .contract
        append(
            MigrationStep(
                phase: phase, kind: .transaction,
                words: "Lets \(table).\(column) refer to \(reference.table), from now on.",
                lock: "SHARE ROW EXCLUSIVE on "
                    + (reference.table == table ? table : "\(table) and \(reference.table)"),
                sql: """
                    ALTER TABLE \(table) ADD CONSTRAINT \(name)
                        FOREIGN KEY (\(column)) \(reference.sql) NOT VALID;
                    """))
        validate(name, phase)
    }

    /// A wider VARCHAR. What is built over the column by an expression would be built anew under the lock: it goes before.
    mutating func relabel(_ old: Schema.Column, _ new: Schema.Column) {
        let over = self.old.indexes.filter { SQLNames.mentions(new.name, in: $0.sql) }
        for index in over {
            dropIndex(index.name, .expand, "Lists sorted by \(new.name) are slower until it is there again.")
        }
        let checks = self.old.rules.filter { $0.isCheck && SQLNames.mentions(new.name, in: $0.sql) }
        var lines = checks.map { "ALTER TABLE \(table) DROP CONSTRAINT \($0.name);" }
        lines.append("ALTER TABLE \(table) ALTER COLUMN \(new.name) TYPE \(new.type);")
        lines += checks.map { "ALTER TABLE \(table) ADD CONSTRAINT \($0.name) CHECK (\($0.sql)) NOT VALID;" }
        transaction(
            .expand, "Widens \(table).\(new.name) to \(new.type); values stay as they are stored.",
            lines.joined(separator: "\n"))
        for index in over where self.new.indexes.contains(index) { createIndex(index.name, index.sql, .expand) }
    }

    mutating func drop(_ column: Schema.Column) {
        guard !column.isPrimary else {
            return refuse(column, "the primary key of \(table) can't be dropped", help: "put it back")
        }
        if !column.isNullable, column.standard == nil {
            transaction(
                .expand, "Lets \(table).\(column.name) be null, which servers of the new contract don't write.",
                "ALTER TABLE \(table) ALTER COLUMN \(column.name) DROP NOT NULL;")
        }
        steps.contract.append(
            MigrationStep(
                phase: .contract, kind: .transaction, words: "Drops \(table).\(column.name) with its values.",
                lock: Self.exclusive(table, [column]), isDestructive: true,
                sql: "ALTER TABLE \(table) DROP COLUMN \(column.name);"))
    }
}
