extension PostgresPool {
    /// What the ledger of the database says for a build, for the readiness probe.
    ///
    /// `nil` when the database cannot be asked by the deadline.
    package func databaseStanding(
        for set: MigrationSet, deadline: ContinuousClock.Instant = .now + .seconds(1)
    ) async -> DatabaseStanding? {
        do throws(PostgresError) {
            let rows = try await query(Self.recent, Parameters(), deadline: deadline)
            let entries = rows.map { row in
                DatabaseStanding.Entry(
                    migration: row.string(0), schema: row.string(1), isRolling: row.bool(2) ?? true,
                    hasContractSteps: row.bool(3) ?? false, isContracting: row.bool(4) ?? true,
                    isContracted: row.bool(5) ?? true, takingBack: row.string(6))
            }
            return DatabaseStanding(set, entries)
        } catch {
            return switch error.sqlstate {
            case "42P01", "3F000": DatabaseStanding(set, [])
            case "42501": .hidden
            default: nil
            }
        }
    }

    private static let recent = Statement("roster_migrations", MigrationLedger.recent, parameterTypes: [])
}
