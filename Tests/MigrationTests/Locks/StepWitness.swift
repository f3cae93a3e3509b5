import Generator
import Runtime

/// Executes steps as the runner does and asks Postgres, within the same transaction, what it has done: which locks it has
/// taken, whether it has read tables from end to end, written rows, or written a table anew. No clock is asked, so a table
/// of a few rows tells as much as one of millions.
struct StepWitness {
    /// What has happened to a table.
    struct Deed: Equatable {
        var file = ""
        /// `AccessExclusiveLock`, of this session.
        var locks: Set<String> = []
        var scans = 0
        var written = 0
    }

    /// The locks that stop others, but for `SHARE UPDATE EXCLUSIVE`, which stops other changes of the table alone; the
    /// stronger later.
    static let modes = [
        "ShareUpdateExclusiveLock": "SHARE UPDATE EXCLUSIVE", "ShareLock": "SHARE",
        "ShareRowExclusiveLock": "SHARE ROW EXCLUSIVE", "ExclusiveLock": "EXCLUSIVE",
        "AccessExclusiveLock": "ACCESS EXCLUSIVE",
    ]
    private static let order = [
        "SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE",
    ]

    let session: PostgresSession

    /// - Returns: what the step has done otherwise than it says, and what none may do to a table with rows.
    func lies(of step: MigrationStep) async throws -> [String] {
        switch step.kind {
        case .index:
            let before = try await look()
            try await session.execute(step.sql)
            // Its locks are gone with its transactions; that reads and writes go on beside it is for Postgres to keep.
            return faults(
                step, before, try await look().mapValues { Deed(file: $0.file, scans: $0.scans, written: $0.written) })
        case .check:
            return try await within(step) { _ = try await session.query(step.sql) }
        case .transaction:
            return try await within(step) { try await session.execute(step.sql) }
        case .batches:
            var (lies, position, isDone) = ([String](), String?.none, false)
            while !isDone {
                lies += try await within(step) {
                    let row = try await session.query(step.sql, [position, "300"]).first ?? []
                    isDone = row.first == "0"
                    position = row.last ?? nil
                }
            }
            return lies
        }
    }

    private func within(_ step: MigrationStep, _ body: () async throws -> Void) async throws -> [String] {
        try await session.execute("BEGIN")
        let before = try await look()
        try await body()
        let after = try await look()
        try await session.execute("COMMIT")
        return faults(step, before, after)
    }

    private func look() async throws -> [String: Deed] {
        let rows = try await session.query(
            """
            SELECT c.oid::regclass, pg_relation_filenode(c.oid), pg_stat_get_xact_numscans(c.oid),
                pg_stat_get_xact_tuples_inserted(c.oid) + pg_stat_get_xact_tuples_updated(c.oid)
                    + pg_stat_get_xact_tuples_deleted(c.oid),
                (SELECT string_agg(DISTINCT mode, ' ') FROM pg_locks WHERE pid = pg_backend_pid() AND relation = c.oid)
            FROM pg_class AS c
            WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text IN ('public', 'auth', 'shop')
            """)
        return rows.reduce(into: [:]) { deeds, row in
            deeds[row[0] ?? ""] = Deed(
                file: row[1] ?? "", locks: Set((row[4] ?? "").split(separator: " ").map(String.init)),
                scans: row[2].flatMap { Int($0) } ?? 0, written: row[3].flatMap { Int($0) } ?? 0)
        }
    }

    private func faults(_ step: MigrationStep, _ before: [String: Deed], _ after: [String: Deed]) -> [String] {
        before.keys.sorted().flatMap { table -> [String] in
            guard let old = before[table], let new = after[table] else { return [] }
            return faults(step, table, old, new).map { "\(table): \($0), in: \(step.words)" }
        }
    }

    private func faults(_ step: MigrationStep, _ table: String, _ old: Deed, _ new: Deed) -> [String] {
        var faults: [String] = []
        let held = new.locks.compactMap { Self.modes[$0] }.max { Self.strength($0) < Self.strength($1) }
        let said = said(step.lock, table)
        if step.isTransactional, held != said {
            faults.append("takes \(held ?? "no such lock"), and says \(said ?? "none")")
        }
        let scans = new.scans > old.scans
        if scans, step.work == .neither { faults.append("is read from end to end, which isn't said") }
        if new.written > old.written, step.work != .writes { faults.append("has rows written, which isn't said") }
        if new.file != old.file { faults.append("is written anew") }
        if scans, let held, held != "SHARE UPDATE EXCLUSIVE" { faults.append("is read from end to end under \(held)") }
        if new.written > old.written, held != nil { faults.append("has rows written under \(held ?? "")") }
        return faults
    }

    private static func strength(_ mode: String) -> Int { order.firstIndex(of: mode) ?? 0 }

    /// What `ACCESS EXCLUSIVE on persons and auth.users, …` says of a table.
    private func said(_ lock: String?, _ table: String) -> String? {
        guard let lock, let on = lock.firstRange(of: " on ") else { return nil }
        let tables = lock[on.upperBound...].prefix { $0 != "," }.split(separator: " ").map(String.init)
        return tables.contains(table) ? String(lock[..<on.lowerBound]) : nil
    }
}
