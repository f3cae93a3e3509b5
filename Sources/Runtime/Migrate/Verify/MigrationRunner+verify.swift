extension MigrationRunner {
    /// What is in the database otherwise than the migrations of the build have made it. Changes nothing and stops nobody;
    /// the user needs the right to make temporary tables.
    ///
    /// Of a migration that is under way the steps that are done must have made what they make, and what the others need
    /// must be there.
    /// - Throws: also when the database is in another state than that of the build, or on the way to it.
    package func verify(_ set: MigrationSet) async throws(MigrationError) -> Verification {
        try await verify(set, document: "\(set.document)", script: "\(set.whole)")
    }

    func verify(_ set: MigrationSet, document: String, script: String) async throws(MigrationError) -> Verification {
        try await withSession { session throws(MigrationError) in
            do throws(MigrationError) {
                let waiting = try await session.underWay(set)
                let steps = WaitingSteps(steps: waiting?.steps ?? [])
                return Verification(
                    drift: try await session.drift(document, script, steps),
                    unfinished: waiting.map { waiting in
                        Verification.Unfinished(
                            migration: waiting.migration,
                            steps: waiting.steps.map { "\($0.phase.rawValue): \($0.words)" })
                    })
            } catch {
                guard error.code == .notAllowed else { throw error }
                throw session.error(
                    .notAllowed, error.reason,
                    """
                    verify as the user who migrates; another one needs TEMPORARY on the database, USAGE on the schemas of \
                    the tables and on roster, and SELECT on roster.migrations and roster.migration_steps
                    """)
            }
        }
    }
}

extension RunnerSession {
    /// The migration that leads to where the build is and isn't ended, with the steps of it that aren't done; `nil` where
    /// the database is at its end.
    fileprivate func underWay(
        _ set: MigrationSet
    ) async throws(MigrationError) -> (migration: String, steps: [MigrationScript.Step])? {
        let states = try await isLedgerThere() ? try await history() : []
        try refuseTakenBack(states)
        let state = states.first { $0.schema != nil }
        let begun = try await halfDone()
        if let state, state.schema == set.schema, begun == nil, state.isContracted { return nil }
        let migration = set.committed.last { $0.id == begun ?? state?.migration && $0.to == set.schema }
        guard let migration, begun == nil || state?.schema ?? "empty" == migration.from else {
            let place = begun.map { "\($0) was begun and not ended, and this build doesn't end with it" }
            throw error(
                .unknownState, place ?? "it isn't where this build is, so there is nothing to compare it with",
                "see `roster migrate status`, then migrate, or verify with the build that migrated it")
        }
        let rows = try await query(MigrationLedger.steps, [migration.id, migration.checksum], .look)
        let done = Set(rows.filter { $0[1] == "t" }.map { $0[0] })
        return (migration.id, MigrationScript(migration.up).steps.filter { !done.contains("\($0.number)") })
    }
}
