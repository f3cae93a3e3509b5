import DevServices
import Foundation
import Logging
import TestSupport

@testable import Runtime

/// A database of the test's own on the shared server, with a session to look into it.
struct MigrationFixture {
    let url: String
    let reactor: Reactor
    let session: PostgresSession

    func migrator(url: String? = nil, configure: (inout MigrationLimits) -> Void = { _ in }) -> Migrator {
        var limits = MigrationLimits()
        limits.pause = .milliseconds(10)
        configure(&limits)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        return Migrator(url: url ?? self.url, reactor: reactor, logger: logger, limits: limits)
    }

    func open() async throws -> PostgresSession {
        try await PostgresSession.open(url: url, deadline: .late, reactor: reactor)
    }

    /// All values of a query's answer in one text, a line for each row.
    func text(_ sql: String) async throws -> String {
        try await session.query(sql).map { $0.map { $0 ?? "NULL" }.joined(separator: "|") }.joined(separator: "\n")
    }

    /// Asks until there is an answer, which is a matter of milliseconds.
    func until(_ sql: String) async throws {
        let end = ContinuousClock.Instant.late
        while try await text(sql).isEmpty {
            guard end > .now else { throw MigrationNeverBegan() }
        }
    }

    /// Every table, column, constraint, index, function and sequence outside of Postgres's own schemas, as text.
    func schema() async throws -> String {
        try await text(Self.schemaQuery)
    }

    private static let schemaQuery = """
        SELECT 'column', table_schema || '.' || table_name, column_name,
            concat_ws(' ', ordinal_position, udt_name, character_maximum_length, is_nullable, column_default)
        FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
        UNION ALL SELECT 'constraint', conrelid::regclass::text, conname,
            pg_get_constraintdef(oid) || CASE WHEN convalidated THEN '' ELSE ' unchecked' END
        FROM pg_constraint WHERE connamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        UNION ALL SELECT 'index', schemaname || '.' || tablename, indexname, indexdef
        FROM pg_indexes WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
        UNION ALL SELECT 'function', pronamespace::regnamespace::text, proname, md5(prosrc)
        FROM pg_proc WHERE pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        UNION ALL SELECT 'sequence', schemaname::text, sequencename::text, data_type::text FROM pg_sequences
        ORDER BY 1, 2, 3, 4
        """
}

/// - Parameter setUp: a script for the new database.
func withDatabase(
    on server: PrivatePostgres? = nil, _ setUp: String, _ body: (MigrationFixture) async throws -> Void
) async throws {
    let url: String
    if let server { url = server.url } else { url = try await PrivatePostgres.shared.url }
    let name = "migrate_\(UInt32.random(in: 0 ... .max))"
    let ownURL = url[..<(url.lastIndex(of: "/") ?? url.endIndex)] + "/\(name)"
    let reactor = try Reactor()
    let keeper = try await PostgresSession.open(url: url, deadline: .late, reactor: reactor)
    try await keeper.execute("CREATE DATABASE \(name)")
    let session = try await PostgresSession.open(url: String(ownURL), deadline: .late, reactor: reactor)
    let outcome: Result<Void, any Error>
    do {
        try await session.execute(setUp)
        let fixture = MigrationFixture(url: String(ownURL), reactor: reactor, session: session)
        outcome = .success(try await body(fixture))
    } catch {
        outcome = .failure(error)
    }
    await session.close()
    // Fails when the test has taken the server away; its folder goes anyway.
    try? await keeper.execute("DROP DATABASE \(name) WITH (FORCE)")
    await keeper.close()
    reactor.shutdown()
    try outcome.get()
}

enum MigrationScripts {
    /// What the authentication layer has made.
    static let identity = """
        CREATE SCHEMA auth;
        CREATE TABLE auth.users (id uuid PRIMARY KEY);
        INSERT INTO auth.users SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid
            FROM generate_series(1, 5) AS n;
        """

    /// The tables of an application that had them before.
    static let existing =
        identity + """
            CREATE TABLE user_profiles (
                id SERIAL PRIMARY KEY,
                user_id UUID REFERENCES auth.users(id),
                display_name VARCHAR(100),
                avatar_url TEXT,
                bio TEXT,
                created_at TIMESTAMPTZ DEFAULT NOW(),
                updated_at TIMESTAMPTZ DEFAULT NOW()
            );
            CREATE TABLE user_settings (
                user_id UUID PRIMARY KEY REFERENCES auth.users(id),
                notification_preferences JSONB,
                ui_preferences JSONB,
                privacy_settings JSONB,
                updated_at TIMESTAMPTZ DEFAULT NOW()
            );
            """

    static func user(_ number: Int) -> String {
        let digits = "\(number)"
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    /// The script that the generator makes of the spec, out of its golden file.
    static func generated() throws -> String {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let golden = try String(
            contentsOf: tests.appending(path: "GeneratorTests/Goldens/Migration.swift.golden"), encoding: .utf8)
        guard let start = golden.range(of: "#\"\"\"\n"), let end = golden.range(of: "\n\"\"\"#") else {
            throw CocoaError(.fileReadCorruptFile)
        }
        return String(golden[start.upperBound..<end.lowerBound])
    }
}

struct MigrationNeverBegan: Error {}

/// The error of a migration, or `nil` when it went through.
func migrationFailure(_ body: () async throws(MigrationError) -> some Sendable) async -> MigrationError? {
    do throws(MigrationError) {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}
