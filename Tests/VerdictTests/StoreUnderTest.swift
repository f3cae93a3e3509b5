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
        INSERT INTO hr.persons (person_id, nickname) VALUES (gen_random_uuid(), 'the one');
        INSERT INTO teams (team_id, label) VALUES (gen_random_uuid(), 'the one');
        INSERT INTO hr.desks (desk_id, team) VALUES (gen_random_uuid(), gen_random_uuid());
        """
}

extension StoreUnderTest {
    /// Sends what the server would send. `nil` when Postgres takes it, else its SQLSTATE.
    func refusal(of write: ReaderVerdict.Write) async throws -> String? {
        do {
            _ = try await pool.query(write.statement, write.parameters, deadline: .now + .seconds(20))
            return nil
        } catch {
            let sqlstate = try error.sqlstate.required
            // Types and CHECKs come before unique indexes: the value has passed them.
            return sqlstate == "23505" ? nil : sqlstate
        }
    }

    /// The same for many at once, in their order.
    func refusals(of writes: [ReaderVerdict.Write]) async throws -> [String?] {
        try await withThrowingTaskGroup(of: (Int, String?).self) { group in
            var refusals = [String?](repeating: nil, count: writes.count)
            for (index, write) in writes.enumerated() {
                // As many at a time as the pool lets wait.
                if index >= 64, let (done, refusal) = try await group.next() { refusals[done] = refusal }
                group.addTask { (index, try await refusal(of: write)) }
            }
            for try await (index, refusal) in group { refusals[index] = refusal }
            return refusals
        }
    }

    /// Puts each value into a column as it came, past the reader, in a row that is there.
    func refusals(of values: [String], in column: (table: String, name: String)) async throws -> [String?] {
        let type = try await session.query(
            """
            SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = $1::text::regclass AND attname = $2
            """, [column.table, column.name]
        ).first?.first??.description
        let given =
            switch try type.required {
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
