import Generated
import Runtime

@testable import Server

/// The shipped contract as a later build would have it: with one migration more.
enum LaterBuild {
    static let id = "0099_badge"
    static let hash = String(repeating: "b", count: 64)

    static var api: API {
        let api = Server.api
        return API(
            contract: api.contract, roles: api.roles, routes: api.routes, migrations: migrations,
            openAPI: api.openAPI, reference: api.reference)
    }

    static var migrations: MigrationSet {
        let set = Generated.migrations
        let migration = CommittedMigration(
            id: id, from: set.schema, to: hash, checksum: String(repeating: "c", count: 64),
            up: """
                --@ migration 0099_badge
                --@ step 1 expand transaction
                -- Adds a badge.
                ALTER TABLE user_profiles ADD COLUMN badge TEXT;
                --@ step 2 contract transaction
                -- Takes the index over names away.
                DROP INDEX IF EXISTS user_profiles_display_name_list;
                """, down: "")
        return MigrationSet(
            contract: set.contract, schema: hash, documentText: set.document, whole: set.whole,
            committed: set.committed + [migration])
    }

    static func migrate(_ databaseURL: String, contracts: Bool) async throws {
        _ = try await Serving.withMigrations(databaseURL) { _, runner in
            try await runner.up(migrations, .init(contracts: contracts))
        }
    }
}
