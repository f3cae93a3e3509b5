import DevServices
import Generator
import Testing

@testable import Runtime

@Suite("Migration: a full disk in the middle of a backfill", .timeLimit(.minutes(2)))
struct FullDiskTests {
    /// The trigger answers what Postgres answers then (53100), at a row of the third batch.
    private static let full = """
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.user_id > '00000000-0000-4000-8000-0000000002bc' THEN
                RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER full_disk BEFORE UPDATE ON persons FOR EACH ROW EXECUTE FUNCTION full_disk()
        """

    @Test("is told as such, keeps the batches that are done, and goes on there when there is space")
    func resumed() async throws {
        try await TestDatabase.with { database in
            try await Self.resume(
                in: database, rows: 1_200, fill: { try await database.session.execute(Self.full) },
                free: { try await database.session.execute("DROP TRIGGER full_disk ON persons") })
        }
    }

    @Test(
        "the same with a disk that is full",
        .enabled("Needs user namespaces that may mount; without them the test before stands alone.") {
            await SmallDisk.isPossible()
        })
    func really() async throws {
        try await SmallDisk.with { disk in
            try await TestDatabase.with(server: disk.postgres.url) { database in
                let session = database.session
                try await session.execute("CREATE TABLESPACE small LOCATION '\(disk.space)'")
                try await Self.resume(in: database, rows: 30_000) {
                    // Every row is to be filled: half of them have room.
                    try await session.execute("UPDATE persons SET count = NULL")
                    try await session.execute("VACUUM FULL persons")
                    try await session.execute(
                        "ALTER TABLE persons SET TABLESPACE small; ALTER TABLE persons SET (autovacuum_enabled = off)")
                    try await session.execute(
                        """
                        CREATE TABLE ballast (bytes text) TABLESPACE small;
                        ALTER TABLE ballast ALTER COLUMN bytes SET STORAGE PLAIN
                        """)
                    let room = "\(SmallDisk.megabytes) * 1024 * 1024 - pg_relation_size('persons') / 2"
                    while try await database.text("SELECT pg_tablespace_size('small') < \(room)") == "t" {
                        try await session.execute(
                            "INSERT INTO ballast SELECT repeat('b', 4000) FROM generate_series(1, 50)")
                    }
                } free: {
                    try await session.execute("DROP TABLE ballast")
                }
            }
        }
    }

    /// - Parameters:
    ///   - fill: lets the third batch or a later one find no space.
    ///   - free: gives it space.
    private static func resume(
        in database: TestDatabase, rows: Int, fill: () async throws -> Void, free: () async throws -> Void
    ) async throws {
        let (old, new) = (try TestContract.base.document(), try TestContract.required.document())
        let first = try MigrationFiles.made(1, from: nil, to: old)
        let set = MigrationSet([first, try MigrationFiles.made(2, from: old, to: new)])
        let runner = database.runner { $0.batch = 300 }
        _ = try await runner.up(MigrationSet([first]))
        try await database.fill(rows)
        try await fill()
        let missing = try await database.text("SELECT count(*) FROM persons WHERE count IS NULL")
        let error = await failure { () async throws(MigrationError) in
            try await runner.up(set, .init(contracts: true))
        }
        #expect(error?.code == .diskFull, "\(String(describing: error))")
        #expect(error?.reason.contains("No space left on device") == true, "\(String(describing: error))")
        #expect(error?.advice == "free space on the server's disk, then migrate again: it goes on where it stopped")
        #expect(error?.progress?.contains("of 0002_m are done") == true, "\(String(describing: error))")
        let left = try await database.text("SELECT count(*) FROM persons WHERE count IS NULL")
        #expect(left != "0" && left != missing, "\(left) of \(missing)")
        try await free()
        #expect(try await runner.up(set, .init(contracts: true)).applied == ["0002_m"])
        #expect(try await database.text("SELECT count(*) FROM persons WHERE count IS NULL") == "0")
        // No row was written twice.
        let written = try await database.text("SELECT sum(rows) FROM roster.migration_steps WHERE migration = '0002_m'")
        #expect(written == missing)
    }
}
