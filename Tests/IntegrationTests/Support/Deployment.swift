import DevServices
import Foundation
import Generated
import Runtime
import TestSupport

@testable import Server

/// A server of this build on a database of its own, reached over real sockets. All that the tests know of how a server is
/// put together is in this file.
struct Deployment: Sendable {
    let port: Int
    let databaseURL: String
    private let application: Application
    private static let secret = "the secret of the integration tests: 64 bytes and more, so that HS512 takes it too"

    /// The one for suites that don't disturb others: each makes people of its own. It ends with the process.
    static var shared: Deployment {
        get async throws { try await start.value }
    }

    private static let start = Task { try await onNewDatabase() }

    /// A server on the database, which has the contract's tables already.
    init(on databaseURL: String) async throws {
        let settings = ServeSettings(port: 0, databaseURL: databaseURL, tokenSecret: Self.secret)
        application = try await Application(settings)
        port = try await application.start()
        self.databaseURL = databaseURL
    }

    func stop(drain: Duration = .seconds(1)) async {
        await application.stop(drain: drain)
    }

    /// A signed token as the authentication layer gives it.
    static func token(subject: String, roles: [String] = [], lifetime: Duration = .seconds(3600)) async throws -> String
    {
        try await DevelopmentToken(subject: subject, roles: roles, lifetime: lifetime).sign(secret: secret)
    }

    /// The key that tokens are signed with, for tokens that must not be taken.
    static var tokenSecret: [UInt8] { Array(secret.utf8) }

    /// Makes the tables of the authentication layer and of the contract.
    static func prepare(_ databaseURL: String) async throws {
        try await Serving.withScripts(databaseURL) { try await $0(DemoIdentity.sql) }
        try await Serving.prepareDatabase(databaseURL)
    }
}

extension Deployment {
    /// Runs a test with a server and an empty database of its own in the shared Postgres.
    static func scoped(_ body: (Deployment) async throws -> Void) async throws {
        try await running(try await onNewDatabase(), body)
    }

    /// Runs a test with a Postgres of its own, which it may freeze and kill.
    static func withPostgres(_ body: (Deployment, PrivatePostgres) async throws -> Void) async throws {
        try await PrivatePostgres.scoped { postgres in
            try await prepare(postgres.url)
            try await running(Deployment(on: postgres.url)) { try await body($0, postgres) }
        }
    }

    /// Runs a test with a server whose database is not there.
    static func withoutDatabase(_ body: (Deployment) async throws -> Void) async throws {
        try await running(Deployment(on: "postgres://roster:none@127.0.0.1:1/roster"), body)
    }

    private static func running(
        _ deployment: Deployment, _ body: (Deployment) async throws -> Void
    ) async throws {
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await body(deployment))
        } catch {
            outcome = .failure(error)
        }
        await deployment.stop()
        try outcome.get()
    }

    private static func onNewDatabase() async throws -> Deployment {
        let postgres = try await PrivatePostgres.shared
        let name = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try await Database(url: postgres.url).run("CREATE DATABASE \(name)")
        let url = String(postgres.url[..<(postgres.url.lastIndex(of: "/") ?? postgres.url.endIndex)]) + "/" + name
        try await prepare(url)
        return try await Deployment(on: url)
    }
}
