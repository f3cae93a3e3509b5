extension MigrationRunner {
    /// What is in the database otherwise than the migrations of the build have made it. Changes nothing and stops nobody;
    /// the user needs the right to make temporary tables.
    /// - Throws: also when the database is in another state than that of the build.
    package func verify(_ set: MigrationSet) async throws(MigrationError) -> [Drift] {
        try await verify(schema: set.schema, document: "\(set.document)", script: "\(set.whole)")
    }

    func verify(schema: String, document: String, script: String) async throws(MigrationError) -> [Drift] {
        try await withSession { session throws(MigrationError) in
            do throws(MigrationError) {
                let isThere = try await session.isLedgerThere()
                let state = isThere ? try await session.history().first { $0.schema != nil } : nil
                guard let state, state.schema == schema else {
                    throw session.error(
                        .unknownState, "it isn't where this build is, so there is nothing to compare it with",
                        "see `roster migrate status`, then migrate, or verify with the build that migrated it")
                }
                guard state.isContracted else { throw session.waits(state.migration ?? "a migration") }
                return try await session.drift(document, script)
            } catch {
                guard error.code == .notAllowed else { throw error }
                throw session.error(
                    .notAllowed, error.reason,
                    """
                    verify as the user who migrates; another one needs TEMPORARY on the database, USAGE on the schemas of \
                    the tables and on roster, and SELECT on roster.migrations
                    """)
            }
        }
    }
}
