import DevServices
import Generator
import Logging
import TestSupport

@testable import Runtime

/// A database of the test's own, with an identity table, rows, and a session to look into it.
struct TestDatabase: Sendable {
    let url: String
    let reactor: Reactor
    let session: PostgresSession

    /// - Parameters:
    ///   - server: the address of one of its databases; `nil` for the server that tests share.
    ///   - template: one that is copied, with its rows; while nobody is connected to it.
    static func with(
        server: String? = nil, template: String? = nil, _ body: (TestDatabase) async throws -> Void
    ) async throws {
        let shared = server == nil ? try await PrivatePostgres.shared.url : ""
        let url = server ?? shared
        let name = "plan_\(UInt32.random(in: 0 ... .max))"
        let own = url[..<(url.lastIndex(of: "/") ?? url.endIndex)] + "/\(name)"
        let reactor = try Reactor()
        let keeper = try await PostgresSession.open(url: url, deadline: .now + .seconds(20), reactor: reactor)
        try await keeper.execute("CREATE DATABASE \(name)" + (template.map { " TEMPLATE \($0)" } ?? ""))
        let session = try await PostgresSession.open(url: String(own), deadline: .now + .seconds(20), reactor: reactor)
        let outcome: Result<Void, any Error>
        do {
            if template == nil {
                try await session.execute("CREATE SCHEMA auth; CREATE TABLE auth.users (id uuid PRIMARY KEY)")
            }
            outcome = .success(try await body(TestDatabase(url: String(own), reactor: reactor, session: session)))
        } catch {
            outcome = .failure(error)
        }
        await session.close()
        try await keeper.execute("DROP DATABASE \(name) WITH (FORCE)")
        await keeper.close()
        reactor.shutdown()
        try outcome.get()
    }

    /// To copy others from.
    var name: String { String(url[(url.lastIndex(of: "/").map(url.index(after:)) ?? url.startIndex)...]) }

    func runner(_ configure: (inout MigrationLimits) -> Void = { _ in }) -> MigrationRunner {
        var limits = MigrationLimits()
        limits.pause = .milliseconds(10)
        configure(&limits)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        return MigrationRunner(url: url, reactor: reactor, logger: logger, limits: limits)
    }

    /// The same database for a user who owns nothing in it and has only the rights that everyone has.
    func withUser(_ body: (TestDatabase) async throws -> Void) async throws {
        let name = "guest_\(UInt32.random(in: 0 ... .max))"
        let address = url[(url.lastIndex(of: "@") ?? url.startIndex)...]
        try await session.execute("CREATE ROLE \(name) LOGIN PASSWORD 'guest'")
        let outcome: Result<Void, any Error>
        do {
            let guest = TestDatabase(url: "postgres://\(name):guest\(address)", reactor: reactor, session: session)
            outcome = .success(try await body(guest))
        } catch {
            outcome = .failure(error)
        }
        try await session.execute("DROP OWNED BY \(name); DROP ROLE \(name)")
        try outcome.get()
    }

    /// Rows that every contract of the tests allows; some are without a count where it may be null.
    func fill(_ count: Int) async throws {
        let isRequired =
            try await text(
                "SELECT 1 FROM pg_attribute WHERE attrelid = 'persons'::regclass AND attname = 'count' AND attnotnull")
            == "1"
        let size = try await text(
            "SELECT attname FROM pg_attribute WHERE attrelid = 'persons'::regclass AND attname IN ('size', 'fit')")
        try await session.execute(
            """
            INSERT INTO auth.users SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
                FROM generate_series(1, \(count)) AS n;
            INSERT INTO persons (user_id, name, note, \(size), count)
                SELECT id, 'n' || substr(id::text, 25), CASE WHEN id::text LIKE '%3' THEN NULL ELSE 'note' END, 'small',
                    CASE WHEN id::text LIKE '%7' AND NOT \(isRequired) THEN NULL ELSE 12 END FROM auth.users;
            """)
    }

    func text(_ sql: String) async throws -> String {
        try await session.query(sql).map { $0.map { $0 ?? "NULL" }.joined(separator: "|") }.joined(separator: "\n")
    }

    /// Where the rows are: other files, other rows, even when they are alike.
    func files() async throws -> String {
        try await text("SELECT pg_relation_filenode('persons'), pg_relation_filenode('auth.users')")
    }

    /// What stands in the tables of contracts, and triggers and functions; without the places of columns, and without
    /// whether rows of before were looked at.
    func schema() async throws -> [String] {
        try await text(
            """
            SELECT 'column', table_schema || '.' || table_name, column_name,
                concat_ws(' ', udt_name, character_maximum_length, numeric_precision, numeric_scale, is_nullable, column_default)
            FROM information_schema.columns WHERE table_schema IN ('public', 'shop')
            UNION ALL SELECT 'constraint', conrelid::regclass::text, conname,
                replace(pg_get_constraintdef(oid), ' NOT VALID', '')
            FROM pg_constraint WHERE connamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'shop'))
            UNION ALL SELECT 'index', schemaname || '.' || tablename, indexname, indexdef
            FROM pg_indexes WHERE schemaname IN ('public', 'shop')
            UNION ALL SELECT 'invalid', '', relname, '' FROM pg_index JOIN pg_class ON oid = indexrelid WHERE NOT indisvalid
            UNION ALL SELECT 'function', '', proname, '' FROM pg_proc WHERE pronamespace = 'roster'::regnamespace
            UNION ALL SELECT 'trigger', '', tgname, '' FROM pg_trigger WHERE NOT tgisinternal
            ORDER BY 1, 2, 3, 4
            """
        ).split(separator: "\n").map { String($0) }
    }
}

extension MigrationFiles {
    /// As a build embeds it.
    var committed: CommittedMigration {
        CommittedMigration(
            id: entry.id, from: entry.from, to: entry.to, checksum: entry.up, upText: files[0].text,
            downText: files[1].text)
    }

    static func made(_ number: Int, from last: ContractDocument?, to present: ContractDocument) throws -> MigrationFiles
    {
        let columns = last?.schema.tables.flatMap { table in table.columns.map { "\(table.name).\($0.name)" } } ?? []
        let tables = last?.schema.tables.map(\.name) ?? []
        return try make(number: number, name: "m", from: last, to: present, removed: Set(columns + tables)).get()
    }
}

extension MigrationSet {
    init(_ migrations: [MigrationFiles]) {
        self.init(
            contract: "contract", schema: migrations.last?.entry.to ?? "", document: "", whole: "",
            committed: migrations.map(\.committed))
    }
}
