/// How long a migration may wait for what. Each wait ends with an error that says what it waited for.
package struct MigrationLimits: Sendable {
    /// To connect.
    package var connect = Duration.seconds(10)
    /// For another runner that migrates the same database. Longer than `script`, which is what the other may take.
    package var otherRunner = Duration.seconds(660)
    /// For a lock on a table. Short, since whoever comes after a waiting ALTER TABLE waits behind it.
    package var tableLock = Duration.seconds(2)
    /// How often a migration is tried whose table was busy.
    package var tries = 10
    /// The pause between two tries, in which those who waited behind have their turn.
    package var pause = Duration.seconds(3)
    /// For the script itself, indexes over existing tables included.
    package var script = Duration.seconds(600)
    /// For an index that is built beside reads and writes.
    package var index = Duration.seconds(6 * 3600)
    /// How many rows the first batch of a backfill takes; the others take more or fewer, by how long that was.
    package var batch = 500
    /// For each of the small statements around it.
    package var statement = Duration.seconds(10)

    package init() {}
}
