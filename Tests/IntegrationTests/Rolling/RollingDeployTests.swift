import DevServices
import Foundation
import Library
import LibraryNext
import Runtime
import TestSupport
import Testing

@testable import Server

/// Two builds on one database and one Redis, as in a deploy that replaces servers one by one.
@Suite("A rolling deploy", .timeLimit(.minutes(5)))
struct RollingDeployTests {
    @Test("in which a field comes, one gets another name and one goes: no request fails, and no value is lost or old")
    func rolling() async throws {
        let redis = try await PrivateRedis.shared.url
        let old = try await Deployment.onNewDatabase(redis: redis, serving: Library.api)
        let token = try await Deployment.token(subject: UUID().uuidString.lowercased(), roles: ["librarian"])
        let oldServer = RollingLoad.Server(port: old.port, isNew: false)
        let load = RollingLoad([oldServer], token: token)
        let (set, fingerprint) = try NextMigration.plan()
        #expect(set.committed[0].to == Library.api.migrations.schema)
        #expect(set.schema == LibraryNext.api.migrations.schema)
        try await load.during {
            try await load.writes(100)
            let expanded = try await Self.up(old.databaseURL, set)
            #expect(expanded.waiting == "0002_library")
            try await load.writes(100)
            let new = try await Deployment(on: old.databaseURL, redis: redis, serving: LibraryNext.api)
            load.turn(to: [oldServer, RollingLoad.Server(port: new.port, isNew: true)])
            try await load.writes(300)
            load.turn(to: [RollingLoad.Server(port: new.port, isNew: true)])
            // Who has begun at the old one ends there.
            try await load.settle()
            await old.stop()
            let contracted = try await Self.up(
                old.databaseURL, set, .init(contracts: true, accepted: fingerprint))
            #expect(contracted.waiting == nil)
            try await load.writes(100)
        }
        let state = load.state
        #expect(state.failures == [])
        #expect(state.authors.count == 4 && state.books.count > 50)
        try await Self.everythingIsThere(old.database, state)
    }

    private static func up(
        _ url: String, _ set: MigrationSet, _ options: MigrationRunner.Options = .init()
    ) async throws -> MigrationRunner.Report {
        try await Serving.withMigrations(url) { _, runner in try await runner.up(set, options) }
    }

    private static func everythingIsThere(_ database: Database, _ state: RollingLoad.Memory) async throws {
        for row in try await database.run("SELECT id, name, birthday FROM authors") {
            let author = try #require(state.authors[row[0] ?? ""])
            #expect(row[1] == author.name && row[2] == author.birthday, "\(row) \(author)")
        }
        let books = try await database.run("SELECT id, pages FROM books")
        #expect(books.count == state.books.count)
        for row in books { #expect(row[1].flatMap { Int($0) } == state.books[row[0] ?? ""], "\(row)") }
    }
}
