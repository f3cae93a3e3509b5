/// The SQL of `roster.migrations`: what was applied to a database, the newest last.
enum MigrationLedger {
    /// Only one runner at a time holds this advisory lock; the number is "roster.m" in ASCII.
    static let lockKey: Int64 = 0x726F_7374_6572_2E6D

    static let create = """
        CREATE SCHEMA IF NOT EXISTS roster;
        CREATE TABLE IF NOT EXISTS roster.migrations (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            contract_hash text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
            server_version text NOT NULL DEFAULT current_setting('server_version'),
            duration interval NOT NULL
        )
        """

    /// The contract of the database: one row, or none.
    static let last: StaticString = "SELECT contract_hash FROM roster.migrations ORDER BY id DESC LIMIT 1"

    /// $1 is the contract's hash, $2 milliseconds.
    static let record = """
        INSERT INTO roster.migrations (contract_hash, duration) VALUES ($1, $2::bigint * interval '1 millisecond')
        """

    /// $1 is how many.
    static let entries = """
        SELECT contract_hash, to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), server_version,
            (extract(epoch FROM duration) * 1000)::bigint
        FROM roster.migrations ORDER BY id DESC LIMIT $1::bigint
        """
}

/// One migration that a database went through.
package struct AppliedMigration: Hashable, Sendable {
    /// The hash of the contract that the database was brought to.
    package let contract: String
    /// When, as RFC 3339 in UTC.
    package let appliedAt: String
    /// The version of Postgres that it was applied by: `17.2`.
    package let serverVersion: String
    package let duration: Duration

    /// - Parameter row: as `MigrationLedger.entries` gives it.
    init?(_ row: [String?]) {
        guard row.count == 4, let contract = row[0], let appliedAt = row[1], let serverVersion = row[2],
            let milliseconds = row[3].flatMap({ Int64($0) })
        else { return nil }
        self.contract = contract
        self.appliedAt = appliedAt
        self.serverVersion = serverVersion
        self.duration = .milliseconds(milliseconds)
    }
}
