/// How the connections of a server are called in `pg_stat_activity`: by what the server stores, so that a runner knows who
/// needs what it is to take away.
package enum ConnectionName {
    static let prefix = "roster "

    /// - Parameter schema: its hash. Postgres cuts names at 63 bytes.
    package static func of(schema: String) -> String { prefix + schema.prefix(12) }
}
