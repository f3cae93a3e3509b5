/// The migrations that are committed beside a spec, their checksums verified.
package struct CommittedMigrations: Equatable, Sendable {
    package struct Migration: Equatable, Sendable {
        package var entry: MigrationLock.Entry
        package var up: String
        package var down: String

        package init(entry: MigrationLock.Entry, up: String, down: String) {
            self.entry = entry
            self.up = up
            self.down = down
        }
    }

    package var migrations: [Migration]

    package init(migrations: [Migration] = []) {
        self.migrations = migrations
    }

    /// The hash of the schema that the last one leads to; `nil` when there is none.
    package var head: String? { migrations.last?.entry.to }
}

/// One migration as files, to be written.
package struct MigrationFiles: Equatable, Sendable {
    package let entry: MigrationLock.Entry
    package let plan: MigrationPlan
    /// By name: `up.sql`, `down.sql`, `plan.json`, `contract.json`.
    package let files: [(name: String, text: String)]

    package static func == (left: MigrationFiles, right: MigrationFiles) -> Bool {
        left.entry == right.entry && left.files.map(\.text) == right.files.map(\.text)
    }

    /// - Parameter last: the state before; `nil` for the first migration.
    package static func make(
        number: Int, name: String, from last: ContractDocument?, to present: ContractDocument, removed: Set<String>
    ) -> Result<MigrationFiles, MigrationRefusal> {
        let source = last?.schema ?? .empty
        switch MigrationPlanner.plan(from: source, to: present.schema, drops: .tombstones(removed)) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let plan):
            let digits = String(number)
            let id = String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_" + name
            let up = MigrationText.render(plan, id: id)
            let down = down(plan, id)
            let entry = MigrationLock.Entry(
                id: id, from: plan.from, to: plan.to, up: SHA256.hexadecimal(up.utf8),
                down: SHA256.hexadecimal(down.utf8))
            let files = [
                ("up.sql", up), ("down.sql", down), ("plan.json", PlanDocument.render(plan, id: id)),
                ("contract.json", present.text),
            ]
            return .success(MigrationFiles(entry: entry, plan: plan, files: files))
        }
    }

    /// The way back. From the first one there is none: the tables may have been there before.
    private static func down(_ plan: MigrationPlan, _ id: String) -> String {
        let none = "-- There is no way back from here that keeps what is stored.\n"
        guard plan.source != .empty else { return none }
        guard case .success(let back) = MigrationPlanner.plan(from: plan.target, to: plan.source, drops: .all) else {
            return none
        }
        return MigrationText.render(back, id: id)
    }
}
