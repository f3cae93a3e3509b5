import Generator
import Testing

@testable import Runtime

@Suite("Migration: a database that someone changed by hand", .timeLimit(.minutes(5)))
struct VerifyTests {
    private static let changes: [(String, [String])] = [
        ("ALTER TABLE persons DROP COLUMN note", ["column persons.note is missing: `text`"]),
        (
            "ALTER TABLE persons ALTER COLUMN name TYPE text",
            ["column persons.name is `text`", "and should be `character varying(40)`"]
        ),
        (
            "ALTER TABLE persons ALTER COLUMN row_version DROP DEFAULT",
            ["column persons.row_version is `bigint NOT NULL`", "nextval('roster.row_version'"]
        ),
        (
            "ALTER TABLE persons ALTER COLUMN size DROP NOT NULL",
            ["column persons.size is `text DEFAULT 'small'::text`", "`text NOT NULL DEFAULT 'small'::text`"]
        ),
        (
            "ALTER TABLE persons ADD COLUMN theirs text NOT NULL",
            ["column persons.theirs is none of ours, and stops our inserts: `text NOT NULL`"]
        ),
        (
            "ALTER TABLE persons ADD COLUMN name__next text",
            ["column persons.name__next was left behind by a migration: `text`"]
        ),
        (
            rule("EXECUTE format('ALTER TABLE persons DROP CONSTRAINT %I', rule);"),
            ["check persons.", "is missing: `CHECK (", "'small'"]
        ),
        (
            rule(
                """
                EXECUTE format('ALTER TABLE persons DROP CONSTRAINT %I', rule);
                EXECUTE format('ALTER TABLE persons ADD CONSTRAINT %I CHECK (size <> '''')', rule);
                """), ["check persons.", "is `CHECK ((size <> ''::text))`, and should be `CHECK (", "'small'"]
        ),
        (list("EXECUTE format('DROP INDEX %s', list);"), ["index persons.", "is missing: `btree ("]),
        (
            list("UPDATE pg_index SET indisvalid = false WHERE indexrelid = list;"),
            ["index persons.", "INVALID`, and should be `btree ("]
        ),
        ("ALTER TABLE persons DROP CONSTRAINT persons_pkey", ["primary key persons is missing: `PRIMARY KEY (id)`"]),
        (
            "ALTER TABLE persons DROP CONSTRAINT persons_user_id_fkey",
            ["reference persons.user_id is missing: `REFERENCES auth.users(id)`"]
        ),
        (
            """
            CREATE FUNCTION roster.twin_0() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER twin_0 BEFORE INSERT ON persons FOR EACH ROW EXECUTE FUNCTION roster.twin_0()
            """, ["trigger persons.twin_0 was left behind by a migration: `CREATE TRIGGER twin_0"]
        ),
        (
            """
            CREATE OR REPLACE FUNCTION roster.merge_patch(target jsonb, patch jsonb) RETURNS jsonb
            LANGUAGE sql AS 'SELECT patch'
            """, ["function roster.merge_patch is `CREATE", "SELECT patch", "and should be `CREATE", "IMMUTABLE"]
        ),
        (
            "ALTER FUNCTION roster.json_fits(jsonb, jsonb) SECURITY DEFINER",
            ["function roster.json_fits is `", "SECURITY DEFINER"]
        ),
        (
            "DROP FUNCTION roster.merge_patch(jsonb, jsonb)", ["function roster.merge_patch is missing"]
        ),
        (
            "ALTER SEQUENCE roster.row_version INCREMENT -1",
            ["sequence roster.row_version is `AS bigint INCREMENT -1`, and should be `AS bigint INCREMENT 1`"]
        ),
        (
            "ALTER TABLE roster.audit_events DROP COLUMN detail",
            ["column roster.audit_events.detail is missing: `jsonb`"]
        ),
        ("DROP INDEX roster.audit_events_record", ["index roster.audit_events.audit_events_record is missing"]),
        ("DROP TABLE roster.audit_events", ["table roster.audit_events is missing"]),
        ("DROP TABLE persons", ["table persons is missing"]),
    ]

    private static func rule(_ statements: String) -> String {
        """
        DO $$ DECLARE rule name; BEGIN
            SELECT conname INTO rule FROM pg_constraint WHERE conrelid = 'persons'::regclass AND contype = 'c'
                AND pg_get_constraintdef(oid) LIKE '%small%';
            \(statements)
        END $$
        """
    }

    private static func list(_ statement: String) -> String {
        """
        DO $$ DECLARE list regclass; BEGIN
            SELECT indexrelid INTO list FROM pg_index
            WHERE indrelid = 'persons'::regclass AND NOT indisunique LIMIT 1;
            \(statement)
        END $$
        """
    }

    @Test("is told what, where, and how it should be", arguments: changes)
    func told(change: (String, [String])) async throws {
        let build = try Build()
        try await TestDatabase.with { database in
            _ = try await database.runner().up(build.set)
            let before = try await build.drift(database)
            #expect(before == [], "\(before.map(\.words))")
            try await database.session.execute(change.0)
            let after = try await database.schema()
            let drift = try await build.drift(database)
            let told = drift.filter { drift in change.1.allSatisfy(drift.words.contains) }
            #expect(told.count == 1, "\(drift.map(\.words))")
            #expect(told.first?.level == .error)
            // A rule that went with its column, or is spelled otherwise since its type is another.
            #expect(drift.allSatisfy { told.contains($0) || $0.kind == "check" }, "\(drift.map(\.words))")
            #expect(try await database.schema() == after)
        }
    }

    @Test("what others have added is theirs, and what may stand in our way is noted")
    func others() async throws {
        let build = try Build()
        try await TestDatabase.with { database in
            _ = try await database.runner().up(build.set)
            try await database.session.execute(
                """
                ALTER TABLE persons ADD COLUMN theirs text NOT NULL DEFAULT '' CHECK (theirs <> 'x');

                CREATE INDEX theirs ON persons (theirs, name);
                CREATE TABLE others (id int CHECK (id > 0));
                CREATE FUNCTION public.seen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
                CREATE TRIGGER seen AFTER INSERT ON persons FOR EACH ROW EXECUTE FUNCTION public.seen()
                """)
            #expect(try await build.drift(database) == [])
            try await database.session.execute(
                """
                ALTER TABLE persons ADD CONSTRAINT short CHECK (char_length(name) < 10);
                CREATE UNIQUE INDEX once ON persons (note);
                CREATE TRIGGER changes BEFORE UPDATE ON persons FOR EACH ROW EXECUTE FUNCTION public.seen()
                """)
            let notes = try await build.drift(database)
            #expect(notes.map(\.level) == [.note, .note, .note])
            #expect(notes.map(\.name) == ["short", "once", "changes"])
            #expect(
                notes.last?.words.hasPrefix(
                    "note: trigger persons.changes is none of ours, and may refuse or change what we write: `CREATE TRIGGER"
                )
                    == true)
        }
    }

    private static let betweens: [(String, [String])] = [
        ("ALTER TABLE persons DROP COLUMN note", ["column persons.note is missing: `text`"]),
        ("DROP TABLE persons", ["table persons is missing"]),
        (
            "ALTER TABLE persons DROP COLUMN updated_at",
            ["column persons.updated_at is missing: `timestamp with time zone"]
        ),
        (trigger("DROP TRIGGER %I ON persons"), ["trigger persons.twin_", " is missing"]),
        (
            trigger("ALTER TABLE persons DISABLE TRIGGER %I"),
            ["trigger persons.twin_", "FUNCTION roster.twin_", "() DISABLED`", "should be"]
        ),
        ("ALTER TABLE persons DROP COLUMN count__next", ["column persons.count__next is missing"]),
        ("ALTER TABLE persons DROP COLUMN count CASCADE", ["column persons.count is missing"]),
    ]

    private static func trigger(_ statement: String) -> String {
        """
        DO $$ BEGIN
            EXECUTE format('\(statement)', (SELECT tgname FROM pg_trigger WHERE tgname LIKE 'twin%'));
        END $$
        """
    }

    @Test(
        "between the phases what the steps have made is compared, and what the others change waits", arguments: betweens
    )
    func between(change: (String, [String])) async throws {
        let build = try Build(.base, .number)
        try await TestDatabase.with { database in
            _ = try await database.runner().up(build.set)
            let before = try await build.verify(database)
            #expect(before.isClean)
            #expect(before.unfinished?.migration == "0002_m")
            #expect(before.unfinished?.steps.last?.hasPrefix("contract: Takes count of persons away") == true)
            let words = before.drift.map(\.words)
            #expect(words.contains("waits: column persons.count is `bigint`, and is to be `numeric(12,2)`"), "\(words)")
            #expect(words.contains("waits: column persons.count__next is to go: `numeric(12,2)`"), "\(words)")
            try await database.session.execute(change.0)
            let after = try await build.verify(database)
            let told = after.drift.filter { drift in
                drift.level == .error && change.1.allSatisfy(drift.words.contains)
            }
            #expect(told.count == 1, "\(after.drift.map(\.words))")
        }
    }

    @Test("a later migration that is half done is not compared, and named")
    func beyond() async throws {
        let (build, later) = (try Build(), try Build(.base, .number))
        try await TestDatabase.with { database in
            _ = try await database.runner().up(build.set)
            var runner = database.runner()
            runner.beforeStep = { _, number async throws(MigrationError) in
                guard number == 3 else { return }
                throw MigrationError(
                    code: .interrupted, target: nil, reason: "stopped", advice: "", mayBeApplied: false)
            }
            let halted = runner
            let stop = await failure { () async throws(MigrationError) in try await halted.up(later.set) }
            #expect(stop?.code == .interrupted)
            let error = await failure { () async throws(MigrationError) in try await build.verify(database) }
            #expect(error?.code == .unknownState)
            #expect(
                error?.reason == "0002_m was begun and not ended, and this build doesn't end with it",
                "\(String(describing: error))")
        }
    }

    @Test("a user without the rights is told which")
    func rights() async throws {
        let build = try Build()
        try await TestDatabase.with { database in
            _ = try await database.runner().up(build.set)
            try await database.withUser { guest in
                let error = await failure { () async throws(MigrationError) in try await build.drift(guest) }
                #expect(error?.code == .notAllowed)
                #expect(
                    error?.reason.contains("permission denied for schema roster") == true,
                    "\(String(describing: error))")
                #expect(error?.advice.contains("SELECT on roster.migrations") == true)
            }
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

    /// What a build has whose last contract is compared with.
    private struct Build {
        let set: MigrationSet
        let document: ContractDocument

        init(_ first: TestContract = .base, _ second: TestContract? = nil) throws {
            let base = try first.document()
            document = try second?.document() ?? base
            let last = second == nil ? [] : [try MigrationFiles.made(2, from: base, to: document)]
            set = MigrationSet([try MigrationFiles.made(1, from: nil, to: base)] + last)
        }

        func verify(_ database: TestDatabase) async throws(MigrationError) -> Verification {
            try await database.runner().verify(set, document: document.text, script: set.committed[0].up)
        }

        func drift(_ database: TestDatabase) async throws(MigrationError) -> [Drift] {
            try await verify(database).drift
        }
    }
}
