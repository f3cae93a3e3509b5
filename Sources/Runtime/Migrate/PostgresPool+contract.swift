extension PostgresPool {
    /// What the ledger of the database says for a build, for the readiness probe.
    ///
    /// `nil` when the database was never migrated, cannot be asked by the deadline, or doesn't let this user know.
    package func databaseStanding(
        for set: MigrationSet, deadline: ContinuousClock.Instant = .now + .seconds(1)
    ) async -> DatabaseStanding? {
        guard let rows = try? await query(Self.recent, Parameters(), deadline: deadline) else { return nil }
        let entries = rows.map { row in
            DatabaseStanding.Entry(
                contract: row.string(0) ?? "", migration: row.string(1), schema: row.string(2),
                isRolling: row.bool(3) ?? true, hasContractSteps: row.bool(4) ?? false,
                isContracted: row.bool(5) ?? true)
        }
        return DatabaseStanding(set, entries)
    }

    private static let recent = Statement("roster_migrations", MigrationLedger.recent, parameterTypes: [])
}
