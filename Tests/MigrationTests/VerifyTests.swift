import Generator
import Testing

@testable import Runtime

@Suite("Migration: a database that someone changed by hand", .timeLimit(.minutes(5)))
struct VerifyTests {
    private static let changes: [(String, [String])] = [
        ("ALTER TABLE persons DROP COLUMN note", ["column persons.note is missing"]),
        (
            "ALTER TABLE persons ALTER COLUMN name TYPE text",
            ["column persons.name is `text", "and should be `character varying(40)"]
        ),
        ("ALTER TABLE persons ALTER COLUMN version DROP DEFAULT", ["column persons.version is `bigint NOT NULL`"]),
        (
            "ALTER TABLE persons ADD COLUMN theirs text NOT NULL",
            ["column persons.theirs is none of ours, and stops our inserts: `text NOT NULL`"]
        ),
        (
            """
            DO $$ DECLARE rule name; BEGIN
                SELECT conname INTO rule FROM pg_constraint WHERE conrelid = 'persons'::regclass AND contype = 'c'
                    AND pg_get_constraintdef(oid) LIKE '%small%';
                EXECUTE format('ALTER TABLE persons DROP CONSTRAINT %I', rule);
                EXECUTE format('ALTER TABLE persons ADD CONSTRAINT %I CHECK (size <> '''')', rule);
            END $$
            """, ["check persons.", "size", "'small'"]
        ),
        (
            """
            DO $$ DECLARE list regclass; BEGIN
                SELECT indexrelid INTO list FROM pg_index
                WHERE indrelid = 'persons'::regclass AND NOT indisunique LIMIT 1;
                EXECUTE format('DROP INDEX %s', list);
            END $$
            """, ["index persons.", "is missing: `btree ("]
        ),
        (
            "ALTER TABLE persons DROP CONSTRAINT persons_user_id_fkey",
            ["reference persons.user_id is missing: `REFERENCES auth.users(id)`"]
        ),
        (
            """
            CREATE OR REPLACE FUNCTION roster.merge_patch(target jsonb, patch jsonb) RETURNS jsonb
            LANGUAGE sql AS 'SELECT patch'
            """, ["runtime roster.merge_patch is `another body`"]
        ),
        ("DROP TABLE persons", ["table persons is missing"]),
    ]

    @Test("is told what, where, and how it should be", arguments: changes)
    func told(change: (String, [String])) async throws {
        let build = try Build()
        try await TestDatabase.with { database in
            _ = try await database.runner().up(MigrationSet([build.first]))
            let before = try await build.drift(database)
            #expect(before == [], "\(before.map(\.words))")
            try await database.session.execute(change.0)
            let after = try await database.schema()
            let drift = try await build.drift(database)
            #expect(drift.count == 1, "\(drift.map(\.words))")
            for words in change.1 { #expect(drift.first?.words.contains(words) == true, "\(drift.map(\.words))") }
            #expect(try await database.schema() == after)
        }
    }

    @Test("what others have added is theirs")
    func others() async throws {
        let build = try Build()
        try await TestDatabase.with { database in
            _ = try await database.runner().up(MigrationSet([build.first]))
            try await database.session.execute(
                """
                ALTER TABLE persons ADD COLUMN theirs text NOT NULL DEFAULT '';
                CREATE INDEX theirs ON persons (theirs);
                CREATE TABLE others (id int)
                """)
            #expect(try await build.drift(database) == [])
        }
    }

    @Test("a database that is elsewhere is not compared, and the way out is named")
    func elsewhere() async throws {
        let build = try Build()
        try await TestDatabase.with { database in
            let error = await failure { () async throws(MigrationError) in try await build.drift(database) }
            #expect(error?.code == .unknownState)
            #expect(error?.advice.contains("roster migrate status") == true)
        }
    }

    /// What a build of the base contract has.
    private struct Build {
        let first: MigrationFiles
        let document: ContractDocument

        init() throws {
            document = try TestContract.base.document()
            first = try MigrationFiles.made(1, from: nil, to: document)
        }

        func drift(_ database: TestDatabase) async throws(MigrationError) -> [Drift] {
            try await database.runner().verify(
                schema: first.entry.to, document: document.text, script: first.committed.up)
        }
    }
}
