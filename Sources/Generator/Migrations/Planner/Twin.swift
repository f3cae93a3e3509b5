/// A column that is filled beside the one it replaces, until the old one goes.
struct Twin: Equatable {
    let old: Schema.Column
    /// As it is to be in the end.
    let new: Schema.Column
    /// The value of the new one from the old one's.
    let value: String
    /// Holds for a row whose old value has no counterpart; a cast would cut it short.
    var misfit: String?
    /// What the new column is called until the old one has gone.
    let name: String

    /// A column under another name, which servers of the new contract write to while those of the old one write to the
    /// old: each follows the other.
    var isRename: Bool { old.name != new.name }

    /// Of the trigger and its function. By a hash, since the names of a table and two columns can be too long.
    func trigger(_ table: String) -> String {
        "twin_" + SHA256.hexadecimal("\(table) \(old.name) \(new.name) \(new.type)".utf8).prefix(12)
    }

    static let suffix = "__next"
}

extension TablePlanner {
    mutating func rename(_ old: Schema.Column, _ new: Schema.Column) {
        guard !old.isPrimary, !new.isPrimary, new.name != self.new.key, old.name != self.old.key else {
            return refuse(
                new, "the key `\(new.name)` was the column `\(old.name)`, and keys can't change",
                help: "keep the column: `column: \(old.name)`")
        }
        guard old.type == new.type else {
            return refuse(
                new, "`\(new.name)` has another name and another type than `\(old.name)`",
                help: "change the one in this migration and the other in the next")
        }
        added.insert(new.name)
        twins.append(Twin(old: old, new: new, value: old.name, name: new.name))
    }

    mutating func change(type old: Schema.Column, _ new: Schema.Column) {
        guard !old.isPrimary, new.name != self.new.key else {
            return refuse(new, "`\(new.name)` is a key, and keys can't change", help: "keep it \(old.type)")
        }
        switch TypeChange.of(old.type, new.type, column: old.name) {
        case nil:
            refuse(
                new, "not every \(old.type) of `\(new.name)` has a value as \(new.type)",
                help: "add a field under a new name, fill it, and remove this one in a later migration")
        case .relabel where !isUniqueByExpression(new): relabel(old, new)
        case .relabel: convert(old, new, "\(old.name)::\(new.type)", nil)
        case .convert(let value, let misfit): convert(old, new, value, misfit)
        }
    }

    /// Such an index would be built anew under the lock, and must not be away for a moment.
    private func isUniqueByExpression(_ column: Schema.Column) -> Bool {
        (old.rules + new.rules).contains {
            guard case .unique(let expression) = $0.kind else { return false }
            return expression != column.name && SQLNames.mentions(column.name, in: expression)
        }
    }

    private mutating func convert(_ old: Schema.Column, _ new: Schema.Column, _ value: String, _ misfit: String?) {
        if let misfit { steps.checks.append(misfits(old, new, misfit)) }
        steps.isRolling = false
        let name = new.name + Twin.suffix
        added.insert(name)
        twins.append(Twin(old: old, new: new, value: value, misfit: misfit, name: name))
    }

    private func misfits(
        _ old: Schema.Column, _ new: Schema.Column, _ misfit: String, _ phase: MigrationStep.Phase = .check
    ) -> MigrationStep {
        rows(
            "rows of \(table) whose `\(old.name)` is no \(new.type)", "\(old.name) IS NOT NULL AND (\(misfit))",
            phase: phase)
    }

    /// The column, the trigger that keeps it, and what fills it.
    mutating func begin(_ twin: Twin) {
        let (old, name, trigger) = (twin.old.name, twin.name, twin.trigger(table))
        transaction(
            .expand,
            """
            Adds \(table).\(name), which takes the place of \(old), and keeps the two alike.
            \(twin.isRename ? "Servers of both contracts go on." : "The type changes when \(old) goes, so servers of the two contracts don't work side by side after that.")
            """,
            """
            ALTER TABLE \(table) ADD COLUMN \(name) \(twin.new.type);
            CREATE FUNCTION roster.\(trigger)() RETURNS trigger LANGUAGE plpgsql AS $twin$
            BEGIN
            \(twin.isRename ? following(old, name) : "    NEW.\(name) := \(newValue(twin));")
                RETURN NEW;
            END $twin$;
            CREATE TRIGGER \(trigger) BEFORE INSERT OR UPDATE ON \(table)
                FOR EACH ROW EXECUTE FUNCTION roster.\(trigger)();
            """)
        fill(
            "Fills \(table).\(name) for the rows that are there.", "\(name) = \(twin.value)",
            "\(name) IS DISTINCT FROM \(twin.value)")
        if let reference = twin.new.reference {
            self.reference(
                name, reference, isNew: twin.old.reference == reference, before: twin.isRename ? old : nil)
        }
        let isRequired = !twin.new.isNullable && twin.old.isNullable
        if !twin.new.isNullable {
            if isRequired, let standard = twin.new.standard {
                fill(
                    "Gives \(table).\(old) its default where it is null.", "\(old) = \(standard)", "\(old) IS NULL",
                    .contract)
            } else if isRequired {
                steps.checks.append(rows("rows of \(table) without `\(old)`", "\(old) IS NULL"))
            }
            require(name, isRequired ? .contract : .expand)
        }
    }

    private func newValue(_ twin: Twin) -> String {
        SQLNames.replacing([twin.old.name: "NEW.\(twin.old.name)"], in: twin.value)
    }

    /// What one server writes to its column goes to the other's. A new row has it in one of the two, or its default.
    private func following(_ old: String, _ new: String) -> String {
        """
            IF TG_OP = 'INSERT' THEN
                IF NEW.\(new) IS NULL THEN
                    NEW.\(new) := NEW.\(old);
                ELSE
                    NEW.\(old) := NEW.\(new);
                END IF;
            ELSIF NEW.\(new) IS DISTINCT FROM OLD.\(new) THEN
                NEW.\(old) := NEW.\(new);
            ELSIF NEW.\(old) IS DISTINCT FROM OLD.\(old) THEN
                NEW.\(new) := NEW.\(old);
            END IF;
        """
    }

    /// Takes the old columns away and gives the new ones and what belongs to them their names, at once.
    mutating func swap() {
        guard !twins.isEmpty else { return }
        var lines: [String] = []
        for twin in twins {
            let trigger = twin.trigger(table)
            lines.append("DROP TRIGGER \(trigger) ON \(table);")
            lines.append("DROP FUNCTION roster.\(trigger)();")
            lines.append("ALTER TABLE \(table) DROP COLUMN \(twin.old.name);")
            if twin.name != twin.new.name {
                lines.append("ALTER TABLE \(table) RENAME COLUMN \(twin.name) TO \(twin.new.name);")
            }
            if let standard = twin.new.standard {
                lines.append("ALTER TABLE \(table) ALTER COLUMN \(twin.new.name) SET DEFAULT \(standard);")
            }
            if twin.new.reference != nil, twin.name != twin.new.name {
                lines.append(
                    "ALTER TABLE \(table) RENAME CONSTRAINT \(foreignKey(twin.name)) TO \(foreignKey(twin.new.name));")
            }
        }
        lines += renames
        for twin in twins {
            if let misfit = twin.misfit { steps.contract.append(misfits(twin.old, twin.new, misfit, .contract)) }
            steps.contract.append(
                rows(
                    "rows of \(table) in which `\(twin.name)` isn't what `\(twin.old.name)` is",
                    "\(twin.name) IS DISTINCT FROM \(twin.value)", phase: .contract))
        }
        let names = twins.map(\.old.name).joined(separator: ", ")
        transaction(
            .contract, "Takes \(names) of \(table) away, whose values are kept in the new columns.",
            lines.joined(separator: "\n"), unbound: twins.map(\.old))
    }

    /// What must get its final name when the old columns have gone.
    private var renames: [String] {
        var lines: [String] = []
        for rule in new.rules where built(rule.name, rule.sql) != rule.name {
            switch rule.kind {
            case .unique: lines += takeover(rule.name)
            case .check:
                lines.append("ALTER TABLE \(table) DROP CONSTRAINT IF EXISTS \(rule.name);")
                lines.append("ALTER TABLE \(table) RENAME CONSTRAINT \(rule.name)\(Twin.suffix) TO \(rule.name);")
            }
        }
        for index in new.indexes where built(index.name, index.sql) != index.name { lines += takeover(index.name) }
        return lines
    }
}
