import Testing

@testable import Runtime

@Suite("Migration: the generated script on tables that are there", .timeLimit(.minutes(2)))
struct AdoptionTests {
    private static let rows = """
        INSERT INTO user_profiles (user_id, display_name, avatar_url, bio, created_at, updated_at) VALUES
            ('\(MigrationScripts.user(1))', 'Ada', 'https://example.com/a.png', 'x', '2020-01-01Z', '2021-01-01Z'),
            ('\(MigrationScripts.user(2))', NULL, NULL, NULL, NULL, NULL),
            (NULL, '', repeat('u', 3000), repeat('b', 3000), '-infinity', 'infinity'),
            (NULL, 'Nobody''s', NULL, NULL, NULL, NULL);
        INSERT INTO user_settings VALUES
            ('\(MigrationScripts.user(1))', '{"quiet_hours": 3, "unknown": [1, null]}', '[]', '"text"', NULL),
            ('\(MigrationScripts.user(2))', NULL, 'null', '7', '2020-01-01Z'),
            ('\(MigrationScripts.user(3))', '{"quiet_hours": {"from": "22:00", "to": "06:00"}}', '{}', '{}', NULL);
        """
    private static let content = """
        SELECT id, user_id, display_name, avatar_url, bio, created_at, updated_at FROM user_profiles ORDER BY id
        """
    private static let settings = """
        SELECT user_id, notification_preferences, ui_preferences, privacy_settings, updated_at FROM user_settings
        ORDER BY user_id
        """

    @Test("an empty database gets all of it, and can be written to")
    func empty() async throws {
        try await withDatabase(MigrationScripts.identity) { fixture in
            let outcome = try await fixture.migrator().migrate(to: "c1", text: MigrationScripts.generated())
            guard case .applied = outcome else {
                Issue.record("\(outcome)")
                return
            }
            try await fixture.session.execute(
                """
                INSERT INTO user_profiles (user_id, display_name) VALUES ('\(MigrationScripts.user(1))', 'Ada');
                INSERT INTO user_settings (user_id) VALUES ('\(MigrationScripts.user(1))')
                """)
            #expect(try await fixture.text("SELECT status, row_version > 1 FROM user_profiles") == "active|t")
        }
    }

    @Test("every row, column type, default and reference that was there is there afterwards, unchanged")
    func adopts() async throws {
        try await withDatabase(MigrationScripts.existing + Self.rows) { fixture in
            let schema = try await Set(fixture.schema().split(separator: "\n"))
            let (content, settings) = (try await fixture.text(Self.content), try await fixture.text(Self.settings))
            _ = try await fixture.migrator().migrate(to: "c1", text: MigrationScripts.generated())
            let after = try await Set(fixture.schema().split(separator: "\n"))
            #expect(schema.subtracting(after) == [])
            #expect(after.count > schema.count)
            #expect(try await fixture.text(Self.content) == content)
            #expect(try await fixture.text(Self.settings) == settings)
            #expect(try await fixture.text("SELECT count(*) FROM user_profiles WHERE row_version = 1") == "4")
        }
    }

    @Test("the new unique columns are unique, without regard to case where the spec says so, and may be NULL")
    func unique() async throws {
        try await withDatabase(MigrationScripts.existing + Self.rows) { fixture in
            _ = try await fixture.migrator().migrate(to: "c1", text: MigrationScripts.generated())
            func insert(_ user: Int, _ email: String) async -> String? {
                await #expect(throws: PostgresSessionError.self) {
                    try await fixture.session.execute(
                        """
                        INSERT INTO user_profiles (user_id, email) VALUES ('\(MigrationScripts.user(user))', '\(email)')
                        """)
                }?.error.sqlstate
            }
            try await fixture.session.execute(
                "UPDATE user_profiles SET email = 'ada@example.com' WHERE display_name = 'Ada'")
            #expect(await insert(3, "ADA@Example.com") == "23505")
            #expect(await insert(1, "other@example.com") == "23505")
            #expect(await insert(9, "ghost@example.com") == "23503")
        }
    }

    @Test("the script changes nothing when it runs again, be it for another contract")
    func twice() async throws {
        try await withDatabase(MigrationScripts.existing + Self.rows) { fixture in
            let script = try MigrationScripts.generated()
            _ = try await fixture.migrator().migrate(to: "c1", text: script)
            let (schema, content) = (try await fixture.schema(), try await fixture.text(Self.content))
            #expect(try await fixture.migrator().migrate(to: "c1", text: "SELECT 1 / 0") == .alreadyThere)
            guard case .applied = try await fixture.migrator().migrate(to: "c2", text: script) else {
                Issue.record("another contract is applied")
                return
            }
            #expect(try await fixture.schema() == schema)
            #expect(try await fixture.text(Self.content) == content)
        }
    }

    @Test("a user with two profiles is refused in words, without their id, and nothing is changed")
    func duplicates() async throws {
        let twice = """
            INSERT INTO user_profiles (user_id, display_name)
            SELECT '\(MigrationScripts.user(1))', 'Ada ' || n FROM generate_series(1, 3) AS n
            """
        try await withDatabase(MigrationScripts.existing + twice) { fixture in
            let schema = try await fixture.schema()
            let script = try MigrationScripts.generated()
            let error = await migrationFailure { () async throws(MigrationError) in
                try await fixture.migrator().migrate(to: "c1", text: script)
            }
            #expect(error?.code == .refused)
            #expect(
                error?.reason == """
                    1 values of user_profiles.user_id stand in more than one row, and they must be unique (P0001)
                    """)
            #expect(
                error?.advice == """
                    Find them with: SELECT user_id, count(*) FROM user_profiles GROUP BY 1 HAVING count(*) > 1
                    """)
            #expect(try await fixture.schema() == schema)
            try await fixture.session.execute("DELETE FROM user_profiles WHERE id > 1")
            _ = try await fixture.migrator().migrate(to: "c1", text: script)
        }
    }
}
