extension PostgresPool {
    /// The hash of the contract that the database was last brought to, for the readiness probe: a server is ready when
    /// it is the one that the build serves.
    ///
    /// `nil` when the database was never migrated, cannot be asked by the deadline, or doesn't let this user know.
    package func databaseContract(deadline: ContinuousClock.Instant = .now + .seconds(1)) async -> String? {
        try? await query(Self.lastContract, Parameters(), deadline: deadline).first?.string(0)
    }

    private static let lastContract = Statement("roster_contract", MigrationLedger.last, parameterTypes: [])
}
