/// The SQL of `roster.migrations`: what was applied to a database, the newest last.
enum MigrationLedger {
    /// Only one runner at a time holds this advisory lock; the number is "roster.m" in ASCII.
    static let lockKey: Int64 = 0x726F_7374_6572_2E6D

    /// What the name of an entry ends with that took a migration back.
    static let down = " down"

    static let create = """
        CREATE SCHEMA IF NOT EXISTS roster;
        CREATE TABLE IF NOT EXISTS roster.migrations (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            contract_hash text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
            server_version text NOT NULL DEFAULT current_setting('server_version'),
            duration interval NOT NULL
        );
        ALTER TABLE roster.migrations
            ADD COLUMN IF NOT EXISTS migration text,
            ADD COLUMN IF NOT EXISTS schema_hash text,
            ADD COLUMN IF NOT EXISTS checksum text,
            ADD COLUMN IF NOT EXISTS is_rolling boolean NOT NULL DEFAULT true,
            ADD COLUMN IF NOT EXISTS contract_steps integer NOT NULL DEFAULT 0,
            ADD COLUMN IF NOT EXISTS contracting_at timestamptz,
            ADD COLUMN IF NOT EXISTS contracted_at timestamptz,
            ADD COLUMN IF NOT EXISTS document text,
            ADD COLUMN IF NOT EXISTS applied_by text,
            ADD COLUMN IF NOT EXISTS taking_back text,
            ADD COLUMN IF NOT EXISTS taking_back_at timestamptz,
            ADD COLUMN IF NOT EXISTS taking_back_by text;
        ALTER TABLE roster.migrations ALTER COLUMN applied_by SET DEFAULT session_user;
        CREATE TABLE IF NOT EXISTS roster.migration_steps (
            migration text NOT NULL,
            checksum text NOT NULL,
            step integer NOT NULL,
            phase text NOT NULL,
            started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
            finished_at timestamptz,
            rows bigint NOT NULL DEFAULT 0,
            position text,
            server_version text NOT NULL DEFAULT current_setting('server_version'),
            PRIMARY KEY (migration, checksum, step)
        )
        """

    /// Whether the tables are there as this version has them; creating them again would lock them. For runners, which
    /// bring a ledger up to date; readers take one of any age.
    static let isCurrent = """
        SELECT to_regclass('roster.migration_steps') IS NOT NULL AND EXISTS (
            SELECT FROM pg_attribute
            WHERE attrelid = to_regclass('roster.migrations') AND attname = 'taking_back' AND NOT attisdropped)
        """

    static let isThere = "SELECT to_regclass('roster.migrations') IS NOT NULL"

    static let hasSteps = "SELECT to_regclass('roster.migration_steps') IS NOT NULL"

    /// The contract of the database: one row, or none.
    static let last: StaticString = "SELECT contract_hash FROM roster.migrations ORDER BY id DESC LIMIT 1"

    /// $1 is the contract's hash, $2 milliseconds, $3 the schema's hash and $4 its document, where they are known.
    static let record = """
        INSERT INTO roster.migrations (contract_hash, duration, schema_hash, document, contracted_at)
        VALUES ($1, $2::bigint * interval '1 millisecond', $3, $4, clock_timestamp())
        """

    /// The newest first; what an earlier version of the runner wrote has no schema.
    ///
    /// A ledger of before may lack columns. A name within `entry` is the table's where that has it, and else the one
    /// outside, in `absent`.
    static let states = """
        SELECT entry.*
        FROM (SELECT NULL AS migration, NULL AS schema_hash, NULL AS checksum, true AS is_rolling, 0 AS contract_steps,
            NULL AS contracting_at, NULL AS contracted_at, NULL AS document, NULL AS taking_back, NULL AS applied_by
        ) AS absent, LATERAL (
            SELECT id, migration, schema_hash, checksum, is_rolling, contract_steps > 0, contracting_at IS NOT NULL,
                contracted_at IS NOT NULL, document, taking_back,
                to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), applied_by
            FROM roster.migrations
        ) AS entry
        ORDER BY entry.id DESC
        """

    /// As a server looks at them: migration, schema, whether servers of both contracts work between the phases, whether it
    /// has contract steps, whether they are begun and done, and which migration is being taken back. Of a ledger of any
    /// age, as `states`.
    static let recent: StaticString = """
        SELECT entry.migration, entry.schema_hash, entry.is_rolling, entry.contract_steps > 0,
            entry.contracting_at IS NOT NULL OR entry.contracted_at IS NOT NULL, entry.contracted_at IS NOT NULL,
            entry.taking_back
        FROM (SELECT NULL AS migration, NULL AS schema_hash, true AS is_rolling, 0 AS contract_steps,
            NULL AS contracting_at, NULL AS contracted_at, NULL AS taking_back
        ) AS absent, LATERAL (
            SELECT id, migration, schema_hash, is_rolling, contract_steps, contracting_at, contracted_at, taking_back
            FROM roster.migrations ORDER BY id DESC LIMIT 50
        ) AS entry
        ORDER BY entry.id DESC
        """

    /// $1 is a migration, $2 its checksum.
    static let steps = """
        SELECT step, finished_at IS NOT NULL, position FROM roster.migration_steps
        WHERE migration = $1 AND checksum = $2
        """

    /// Migrations that have changed something and were not ended, but that of the id $1 with the checksum $2.
    static let halfDone = """
        SELECT migration FROM roster.migration_steps AS step
        WHERE (migration <> $1 OR checksum <> $2) AND phase IN ('expand', 'backfill') AND NOT EXISTS (
            SELECT FROM roster.migrations AS done
            WHERE done.migration = step.migration AND done.checksum = step.checksum AND done.applied_at >= step.started_at)
            AND NOT starts_with(reverse(migration), reverse('\(down)'))
        ORDER BY started_at DESC LIMIT 1
        """

    /// $1 migration, $2 checksum, $3 step, $4 phase, $5 whether it is done, $6 rows more, $7 position.
    static let note = """
        INSERT INTO roster.migration_steps AS step (migration, checksum, step, phase, finished_at, rows, position)
        VALUES ($1, $2, $3::integer, $4, CASE WHEN $5::boolean THEN clock_timestamp() END, $6::bigint, $7)
        ON CONFLICT (migration, checksum, step) DO UPDATE
        SET finished_at = excluded.finished_at, rows = step.rows + excluded.rows, position = excluded.position
        """

    /// $1 contract, $2 milliseconds, $3 migration, $4 schema, $5 checksum, $6 rolling, $7 how many contract
    /// steps wait, $8 document. The end is never before a step, whatever the clock did: `halfDone` compares them.
    static let end = """
        INSERT INTO roster.migrations
            (contract_hash, applied_at, duration, migration, schema_hash, checksum, is_rolling, contract_steps,
            contracted_at, document)
        VALUES ($1,
            GREATEST(clock_timestamp(),
                (SELECT max(started_at) FROM roster.migration_steps WHERE migration = $3 AND checksum = $5)),
            $2::bigint * interval '1 millisecond', $3, $4, $5, $6::boolean, $7::integer,
            CASE WHEN $7::integer = 0 THEN clock_timestamp() END, $8)
        """

    /// $1 is the id of an entry.
    static let contracting = """
        UPDATE roster.migrations SET contracting_at = COALESCE(contracting_at, clock_timestamp()) WHERE id = $1::bigint
        """

    /// $1 is the id of an entry.
    static let contracted = "UPDATE roster.migrations SET contracted_at = clock_timestamp() WHERE id = $1::bigint"

    /// $1 is the id of an entry none of whose contract steps was run.
    static let notContracting = "UPDATE roster.migrations SET contracting_at = NULL WHERE id = $1::bigint"

    /// $1 is the id of the newest entry: from now on the database is no longer where it says. $2 is the migration that is
    /// taken back; the newest entry may be that of another way back.
    static let takingBack = """
        UPDATE roster.migrations
        SET taking_back = $2, taking_back_at = clock_timestamp(), taking_back_by = session_user
        WHERE id = $1::bigint
        """

    /// $1 is the id of an entry from which no step of a way back was run.
    static let notTakingBack = """
        UPDATE roster.migrations SET taking_back = NULL, taking_back_at = NULL, taking_back_by = NULL
        WHERE id = $1::bigint
        """

    /// Of a way back of $1 that was looked at and not begun.
    static let forgetWayBack = "DELETE FROM roster.migration_steps WHERE migration = $1 || '\(down)'"

    /// What the servers that are connected store, by the names of their connections ($1 is what those begin with), and how
    /// many connections there are.
    static let connected = """
        SELECT application_name, count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND starts_with(application_name, $1) GROUP BY 1 ORDER BY 1
        """

    /// Of $1, so that it can be applied again.
    static let forget = "DELETE FROM roster.migration_steps WHERE migration IN ($1, $1 || '\(down)')"

    /// Of a run of $1 that is over, when it is to be run again: a developer's database may have come back by a draft.
    static let forgetFormer = """
        DELETE FROM roster.migration_steps WHERE migration = $1 AND started_at <= (
            SELECT max(GREATEST(contracted_at, applied_at)) FROM roster.migrations WHERE migration = $1)
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
