import DevServices
import Everything
import Foundation
import Logging
import TestSupport

@testable import Runtime

/// A Postgres with the tables of the spec, which says of values whether its types and CHECKs take them.
struct StoreUnderTest: Sendable {
    let session: PostgresSession
    let pool: PostgresPool

    static func with(_ body: (StoreUnderTest) async throws -> Void) async throws {
        let url = try await PrivatePostgres.shared.url
        let name = "verdict_\(UInt32.random(in: 0 ... .max))"
        let own = url[..<(url.lastIndex(of: "/") ?? url.endIndex)] + "/\(name)"
        let reactor = try Reactor()
        let keeper = try await PostgresSession.open(url: url, deadline: .now + .seconds(20), reactor: reactor)
        try await keeper.execute("CREATE DATABASE \(name)")
        let session = try await PostgresSession.open(url: String(own), deadline: .now + .seconds(20), reactor: reactor)
        let pool = PostgresPool(
            configuration: PostgresConfiguration(url: String(own)), reactor: reactor, metrics: Metrics(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        pool.start()
        let outcome: Result<Void, any Error>
        do {
            try await session.execute("CREATE SCHEMA auth; CREATE TABLE auth.identities (id uuid PRIMARY KEY)")
            try await session.execute(migrationSQL.description)
            try await session.execute(preparation)
            outcome = .success(try await body(StoreUnderTest(session: session, pool: pool)))
        } catch {
            outcome = .failure(error)
        }
        await pool.shutdown()
        await session.close()
        try await keeper.execute("DROP DATABASE \(name) WITH (FORCE)")
        await keeper.close()
        reactor.shutdown()
        try outcome.get()
    }

    /// What compares a value with other fields or other rows is left out: here each value is judged alone.
    private static let preparation = """
        DO $$
        DECLARE
            other record;
        BEGIN
            FOR other IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
                WHERE contype = 'f' OR contype = 'c' AND conname LIKE '%\\_rule' LOOP
                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', other.owner, other.conname);
            END LOOP;
            FOR other IN SELECT indexrelid::regclass AS name FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
                WHERE indisunique AND NOT indisprimary AND relname LIKE '%\\_key' AND relname <> 'persons_person_id_key'
                LOOP
                EXECUTE format('DROP INDEX %s', other.name);
            END LOOP;
        END $$;
        -- Gives the SQLSTATE of a statement that is done and undone; NULL when it succeeds.
        CREATE FUNCTION verdict(statement text, given text) RETURNS text LANGUAGE plpgsql AS $$
        BEGIN
            EXECUTE statement USING given;
            RAISE EXCEPTION USING ERRCODE = 'VRDOK';
        EXCEPTION
            WHEN SQLSTATE 'VRDOK' THEN RETURN NULL;
            WHEN OTHERS THEN RETURN SQLSTATE;
        END $$;
        -- Whether the statement could be done.
        CREATE FUNCTION keep(statement text, given text, key uuid) RETURNS boolean LANGUAGE plpgsql AS $$
        BEGIN
            EXECUTE statement USING given, key;
            RETURN true;
        EXCEPTION
            WHEN OTHERS THEN RETURN false;
        END $$;
        INSERT INTO hr.persons (person_id, nickname) VALUES (gen_random_uuid(), 'the one');
        INSERT INTO teams (team_id, label) VALUES (gen_random_uuid(), 'the one');
        INSERT INTO hr.desks (desk_id, team) VALUES (gen_random_uuid(), gen_random_uuid());
        """
}

extension StoreUnderTest {
    /// What Postgres did with a write.
    enum Outcome: Sendable {
        /// The row that it gave back; `nil` for none.
        case written(Row?)
        /// The SQLSTATE.
        case refused(String)
    }

    /// Makes the rows that bodies of the form change.
    func makeRows(_ form: FormUnderTest, _ keys: [RecordID]) async throws {
        let list = "{" + keys.map(\.description).joined(separator: ",") + "}"
        _ = try await session.query(try form.record.required.base, [list])
    }

    /// Sends what the server would send.
    func outcome(of write: ReaderVerdict.Write) async throws -> Outcome {
        do {
            let rows = try await pool.query(write.statement, write.parameters, deadline: .now + .seconds(20))
            return .written(rows.first)
        } catch {
            let sqlstate = try error.sqlstate.required
            // Types and CHECKs come before unique indexes: the value has passed them.
            return sqlstate == "23505" ? .written(nil) : .refused(sqlstate)
        }
    }

    /// The same for many at once, in their order.
    func outcomes(of writes: [ReaderVerdict.Write]) async throws -> [Outcome] {
        try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
            var outcomes = [Outcome](repeating: .written(nil), count: writes.count)
            for (index, write) in writes.enumerated() {
                // As many at a time as the pool lets wait.
                if index >= 64, let (done, outcome) = try await group.next() { outcomes[done] = outcome }
                group.addTask { (index, try await outcome(of: write)) }
            }
            for try await (index, outcome) in group { outcomes[index] = outcome }
            return outcomes
        }
    }

    /// Puts each value into a column as it came, past the reader, in a row that is there.
    func refusals(of values: [String], in column: (table: String, name: String)) async throws -> [String?] {
        let given =
            switch try await typeName(column.table, column.name) {
            case "jsonb": "$1::jsonb"
            // An assignment: a cast to `varchar(n)` would cut the text.
            case "text", "character varying": "$1::jsonb #>> '{}'"
            // Of the JSON number, whatever its size.
            case "bigint": "($1::jsonb #>> '{}')::numeric"
            case let other: "($1::jsonb #>> '{}')::\(other)"
            }
        let list = try JSONEncoder().encode(values)
        return try await session.query(
            """
            SELECT verdict($1, value) FROM jsonb_array_elements_text($2::jsonb) WITH ORDINALITY AS given (value, place)
            ORDER BY place
            """,
            ["UPDATE \(column.table) SET \(column.name) = \(given)", String(decoding: list, as: UTF8.self)]
        ).map { $0[0] }
    }
}

extension StoreUnderTest {
    /// The row that a form's bodies change, as JSON: its columns, or the members of the section.
    func row(_ form: FormUnderTest, _ key: RecordID) async throws -> JSON {
        let record = try form.record.required
        let rows = try await session.query(
            "SELECT to_jsonb(\(record.section.map { "r." + $0 } ?? "r"))::text FROM \(record.table) AS r "
                + "WHERE \(record.key) = $1::text::uuid", [key.description])
        return try JSON(text: rows.first?.first??.description ?? "null")
    }

    /// Rows with each of the texts, in Postgres's own spelling, in a column; without those that Postgres refuses.
    func rows(_ form: FormUnderTest, _ texts: [String], in column: String) async throws -> [(text: String, row: Row)] {
        let record = try form.record.required
        let first = try await session.query("SELECT count(*)::text FROM \(record.table)", [])
        let start = try Int(try (first.first?.first ?? nil).required).required + 1_000_000
        let keys = texts.indices.map { RecordID(case: start + $0) }
        try await makeRows(form, keys)
        let type = try await typeName(record.table, column)
        let change = "UPDATE \(record.table) SET \(column) = $1::\(type) WHERE \(record.key) = $2"
        var rows: [(text: String, row: Row)] = []
        for (key, text) in zip(keys, texts) {
            let kept = try await session.query(
                "SELECT keep($1, $2, $3::text::uuid)::text", [change, text, key.description])
            guard kept == [["true"]] else { continue }
            let row = try await pool.load(record.select, key: key, deadline: .now + .seconds(20))
            rows.append((text, try row.required))
        }
        return rows
    }

    private func typeName(_ table: String, _ column: String) async throws -> String {
        let types = try await session.query(
            """
            SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = $1::text::regclass AND attname = $2
            """, [table, column])
        return try (types.first?.first ?? nil).required
    }
}
