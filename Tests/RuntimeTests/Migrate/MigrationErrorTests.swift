import Testing

@testable import Runtime

@Suite("Migration: what an operator is told", .timeLimit(.minutes(1)))
struct MigrationErrorTests {
    private func error(of fixture: MigrationFixture, url: String? = nil, _ script: String) async -> MigrationError? {
        await migrationFailure { () async throws(MigrationError) in
            try await fixture.migrator(url: url).migrate(to: "c1", text: script)
        }
    }

    @Test("an unreachable database: what was tried and what to check, never the password")
    func unreachable() async throws {
        try await withDatabase("") { fixture in
            let url = "postgresql://ann:s3cret@127.0.0.1:1/people"
            let words = await error(of: fixture, url: url, "")?.description
            #expect(
                words?.hasPrefix("cannot migrate database people at 127.0.0.1, port 1, as user ann: ") == true)
            #expect(
                words?.hasSuffix("; it was not changed; start Postgres, or correct host and port") == true,
                "\(words ?? "")")
            #expect(words?.contains("s3cret") == false)
        }
    }

    @Test("no identity table, with and without its schema", arguments: ["", "CREATE SCHEMA auth"])
    func missingIdentity(setUp: String) async throws {
        try await withDatabase(setUp) { fixture in
            let error = try await error(of: fixture, MigrationScripts.generated())
            #expect(error?.code == .missingTable, "\(String(describing: error))")
            #expect(error?.reason.contains("auth") == true)
            #expect(error?.advice.hasPrefix("the identity table of the spec must exist before") == true)
            #expect(try await fixture.text("SELECT count(*) FROM pg_tables WHERE schemaname = 'roster'") == "0")
        }
    }

    @Test("a user without rights, also on tables that are someone else's")
    func rights() async throws {
        try await withDatabase(MigrationScripts.existing) { fixture in
            let name = "guest_\(UInt32.random(in: 0 ... .max))"
            try await fixture.session.execute("CREATE ROLE \(name) LOGIN PASSWORD 'guest'")
            let at = fixture.url.lastIndex(of: "@") ?? fixture.url.endIndex
            let url = "postgresql://\(name):guest" + fixture.url[at...]
            let script = try MigrationScripts.generated()
            let nothing = await error(of: fixture, url: url, script)
            #expect(nothing?.code == .notAllowed, "\(String(describing: nothing))")
            #expect(nothing?.target?.user == name)
            try await fixture.session.execute(
                """
                DO $$ BEGIN EXECUTE 'GRANT CREATE ON DATABASE ' || current_database() || ' TO \(name)'; END $$;
                GRANT ALL ON SCHEMA public, auth TO \(name)
                """)
            let owner = await error(of: fixture, url: url, script)
            #expect(owner?.code == .notAllowed)
            #expect(owner?.reason == "must be owner of table user_profiles (42501)")
            try await fixture.session.execute("DROP OWNED BY \(name); DROP ROLE \(name)")
        }
    }

    @Test("an identity key that nothing can refer to is not called missing")
    func misfit() async throws {
        try await withDatabase("CREATE SCHEMA auth; CREATE TABLE auth.users (id uuid)") { fixture in
            let error = try await error(of: fixture, MigrationScripts.generated())
            #expect(error?.code == .failed)
            #expect(error?.reason.contains("no unique constraint") == true, "\(String(describing: error))")
        }
    }

    @Test("a message that quotes a value is not passed on")
    func values() async throws {
        try await withDatabase("") { fixture in
            let error = await error(of: fixture, "SELECT 'ada@example.com'::uuid")
            #expect(error?.code == .failed)
            #expect(error?.reason == "Postgres answered 22P02")
            #expect(error.map { !"\($0)".contains("ada") } == true)
        }
    }
}
