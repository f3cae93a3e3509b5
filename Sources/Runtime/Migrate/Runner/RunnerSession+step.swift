extension RunnerSession {
    /// Does a step unless it is done.
    func run(
        _ step: MigrationScript.Step, _ progress: Progress, _ script: MigrationScript,
        _ report: inout MigrationRunner.Report
    ) async throws(MigrationError) {
        let rows = try await query(MigrationLedger.steps, [progress.migration, progress.checksum], .look)
        let known = rows.first { $0.first == "\(step.number)" }
        if let known, known[1] == "t" { return }
        do throws(MigrationError) {
            if step.kind != .batches { try await runner.beforeStep(progress.migration, step.number) }
            switch step.kind {
            case .check: try await check(step, progress)
            case .transaction: try await transaction(step, progress)
            case .index(let name): try await index(step, name, progress)
            case .batches: try await batches(step, progress, from: known?[2])
            }
        } catch {
            var error = error
            if step.number > 1 { error.progress = "steps 1 to \(step.number - 1) of \(progress.migration) are done" }
            throw error
        }
        report.done.append(step.words)
    }

    private func note(
        _ step: MigrationScript.Step, _ progress: Progress, isDone: Bool = true, rows: Int = 0, position: String? = nil
    ) async throws(MigrationError) {
        let values = [
            progress.migration, progress.checksum, "\(step.number)", step.phase.rawValue, "\(isDone)", "\(rows)",
            position,
        ]
        _ = try await query(MigrationLedger.note, values, .record)
    }

    /// A query whose rows are those that stand in the way: how many there are, and an id.
    private func check(_ step: MigrationScript.Step, _ progress: Progress) async throws(MigrationError) {
        let rows = try await query(step.sql, [], .script)
        guard let first = rows.first else { return try await note(step, progress) }
        let ids = rows.compactMap { $0.count > 1 ? $0[1] : nil }
        let more = (first[0].flatMap { Int($0) } ?? rows.count) > rows.count ? ", and more" : ""
        let what = step.words.replacing("; there must be none", with: "").replacing("Finds ", with: "")
        throw error(
            .refused,
            "\(progress.migration) needs other rows: \(first[0] ?? "some") \(what): \(ids.joined(separator: ", "))\(more)",
            "correct these rows, then migrate again")
    }

    private func transaction(_ step: MigrationScript.Step, _ progress: Progress) async throws(MigrationError) {
        try await briefly { () throws(MigrationError) in
            try await execute(step.sql, .script)
            try await note(step, progress)
        }
    }

    /// Outside of a transaction, so that it may have happened without a note, or half: an index that is not valid is what
    /// a builder left that was stopped.
    private func index(_ step: MigrationScript.Step, _ name: String, _ progress: Progress) async throws(MigrationError)
    {
        let builds = step.sql.contains("INDEX CONCURRENTLY \(name) ON ")
        if builds, let found = try await found(name, step.sql) {
            if found.isValid { return try await note(step, progress) }
            try await unhurried("DROP INDEX CONCURRENTLY \(found.path)")
        }
        do throws(MigrationError) {
            try await unhurried(step.sql)
        } catch {
            // A unique index that met two equal values; what is left of it would slow writes down.
            if builds, error.code != .interrupted, let left = try? await found(name, step.sql), !left.isValid {
                try? await unhurried("DROP INDEX CONCURRENTLY \(left.path)")
            }
            throw error
        }
        try await note(step, progress)
    }

    /// What is built beside others waits for their transactions, and holds nobody up meanwhile.
    private func unhurried(_ sql: String) async throws(MigrationError) {
        try await execute("SET lock_timeout = 0; SET statement_timeout = 0", .begin)
        try await execute(sql, .script, within: limits.index)
    }

    /// The index of that name on the table that the statement names.
    private func found(_ name: String, _ sql: String) async throws(MigrationError) -> (path: String, isValid: Bool)? {
        guard let on = sql.firstRange(of: " ON "), let open = sql[on.upperBound...].firstIndex(of: "(") else {
            return nil
        }
        let table = sql[on.upperBound..<open].split(separator: " ").joined()
        let rows = try await query(
            """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), i.indisvalid
            FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relname = $1 AND i.indrelid = to_regclass($2)
            """, [name, table], .look)
        guard let row = rows.first, row.count == 2, let path = row[0] else { return nil }
        return (path, row[1] == "t")
    }

    /// Some rows at a time, each time together with the note of how far it is; as many as take about a tenth of a second.
    private func batches(
        _ step: MigrationScript.Step, _ progress: Progress, from start: String?
    ) async throws(MigrationError) {
        var position = start
        var size = limits.batch
        while true {
            var count = 0
            let began = ContinuousClock.now
            try await runner.beforeStep(progress.migration, step.number)
            try await briefly { () throws(MigrationError) in
                let row = try await query(step.sql, [position, "\(size)"], .script).first ?? []
                count = row.first.flatMap { $0 }.flatMap { Int($0) } ?? 0
                let written = row.count == 3 ? row[1].flatMap { Int($0) } ?? 0 : 0
                let last = row.count == 3 ? row[2] : nil
                try await note(step, progress, isDone: count == 0, rows: written, position: last ?? position)
                position = last ?? position
            }
            guard count > 0 else { return }
            let taken = began.duration(to: .now)
            if taken < .milliseconds(50) { size = min(size * 2, 20_000) }
            if taken > .milliseconds(200) { size = max(size / 2, 50) }
        }
    }
}
