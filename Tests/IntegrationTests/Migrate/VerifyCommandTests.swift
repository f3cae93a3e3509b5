import Library
import Runtime
import TestSupport
import Testing

@testable import Server

@Suite("roster migrate verify", .timeLimit(.minutes(2)))
struct VerifyCommandTests {
    @Test("says by its exit status, in words and in JSON whether the database is as its migrations have made it")
    func told() async throws {
        try await Deployment.scoped { deployment in
            let environment = ["DATABASE_URL": deployment.databaseURL]
            let clean = try await BuiltProgram.run(["migrate", "verify"], environment)
            #expect(clean.status == 0, "\(clean.output)\(clean.errors)")
            #expect(clean.output == "The database is as its migrations have made it.\n")
            try await deployment.database.run("ALTER TABLE user_profiles ADD CONSTRAINT short CHECK (bio <> 'x')")
            let noted = try await BuiltProgram.run(["migrate", "verify"], environment)
            #expect(noted.status == 0)
            #expect(noted.output.hasPrefix("note: check user_profiles.short is none of ours"))
            try await deployment.database.run("ALTER TABLE user_profiles DROP CONSTRAINT short")
            try await deployment.database.run("ALTER TABLE user_profiles ALTER COLUMN job_title TYPE varchar(90)")
            let changed = try await BuiltProgram.run(["migrate", "verify", "--format", "json"], environment)
            #expect(changed.status == 1)
            let document = try JSON(text: changed.output)
            #expect(
                document == [
                    "drift": [
                        [
                            "level": "error", "kind": "column", "table": "user_profiles", "name": "job_title",
                            "wanted": "character varying(80)", "found": "character varying(90)",
                        ]
                    ]
                ], "\(changed.output)")
            try await deployment.database.run("ALTER TABLE user_profiles ALTER COLUMN job_title TYPE varchar(80)")
            // As while contract steps wait.
            try await deployment.database.run("UPDATE roster.migrations SET contracted_at = NULL")
            let unfinished = try await BuiltProgram.run(["migrate", "verify", "--format", "json"], environment)
            #expect(unfinished.status == 3)
            #expect(
                try JSON(text: unfinished.output) == [
                    "drift": [], "unfinished": ["migration": "0001_initial", "steps": []],
                ], "\(unfinished.output)")
        }
    }

    @Test("finds nothing in a database of another contract, of many types, rules and references")
    func library() async throws {
        let deployment = try await Deployment.onNewDatabase(serving: Library.api)
        await deployment.stop()
        let drift = try await Serving.withMigrations(deployment.databaseURL) { _, runner in
            try await runner.verify(Library.api.migrations)
        }
        #expect(drift.drift.map(\.words) == [])
    }
}
