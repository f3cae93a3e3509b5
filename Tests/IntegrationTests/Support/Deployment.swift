import DevServices
import Foundation
import Generated
import Logging
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

    private static let start = Task { try await onNewDatabase(redis: PrivateRedis.shared.url) }

    /// A server on the database, which has the contract's tables already.
    /// - Parameter change: of the settings.
    init(
        on databaseURL: String, redis: String? = nil, serving api: API = Server.api,
        _ change: (inout ServerSettings) -> Void = { _ in }
    ) async throws {
        var settings = try Self.settings(databaseURL, redis)
        change(&settings)
        application = try await Application(settings, serving: api)
        port = try await application.start()
        self.databaseURL = databaseURL
    }

    private static func settings(_ databaseURL: String, _ redis: String?) throws -> ServerSettings {
        var settings = ServerSettings()
        settings.http.port = 0
        settings.postgres.url = databaseURL
        settings.jwtSecret = Secret(secret)
        settings.sealingKey = SealingKey(String(repeating: "5a", count: SealingKey.length))
        settings.accessLog = .off
        settings.logLevel = .critical
        if let redis {
            settings.sharedCache.redis.address = try RedisAddress(url: redis)
            settings.cache.shared = settings.sharedCache
        }
        return settings
    }

    /// Lets what is in flight finish.
    func stop() async {
        await application.stop()
    }

    /// A signed token as the authentication layer gives it.
    static func token(subject: String, roles: [String] = [], lifetime: Duration = .seconds(3600)) async throws -> String
    {
        try await DevelopmentToken(subject: subject, roles: roles, lifetime: lifetime).sign(for: settings("", nil))
    }

    /// The key that tokens are signed with, for tokens that must not be taken.
    static var tokenSecret: [UInt8] { Array(secret.utf8) }

    /// Makes the tables of the authentication layer and of the contract.
    static func prepare(_ databaseURL: String, for api: API = Server.api) async throws {
        try await Serving.withScripts(databaseURL) { try await $0(DemoIdentity.sql) }
        _ = try await Serving.prepareDatabase(databaseURL, for: api)
    }
}

extension Deployment {
    /// A further server on the same database.
    func another(
        redis: String? = nil, _ change: (inout ServerSettings) -> Void = { _ in }
    ) async throws -> Deployment {
        try await Deployment(on: databaseURL, redis: redis, change)
    }

    /// Runs a test with a server and an empty database of its own in the shared Postgres.
    static func scoped(
        serving api: API = Server.api, _ change: (inout ServerSettings) -> Void = { _ in },
        _ body: (Deployment) async throws -> Void
    ) async throws {
        try await running(try await onNewDatabase(serving: api, change), body)
    }

    /// Runs a test with a Postgres of its own, which it may freeze and kill.
    static func withPostgres(_ body: (Deployment, PrivatePostgres) async throws -> Void) async throws {
        try await PrivatePostgres.scoped { postgres in
            try await prepare(postgres.url)
            try await running(Deployment(on: postgres.url)) { try await body($0, postgres) }
        }
    }

    /// Runs a test with two servers on one database that share a Redis of the test's own, which it may freeze and kill.
    static func withRedis(
        serving api: API = Server.api, _ body: (Deployment, Deployment, PrivateRedis) async throws -> Void
    ) async throws {
        let redis = try await PrivateRedis.start(.test)
        try await running(try await onNewDatabase(redis: redis.url, serving: api)) { first in
            let second = try await Deployment(on: first.databaseURL, redis: redis.url, serving: api)
            try await running(second) { try await body(first, $0, redis) }
        }
        await redis.stop()
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

    static func onNewDatabase(
        redis: String? = nil, serving api: API = Server.api, _ change: (inout ServerSettings) -> Void = { _ in }
    ) async throws -> Deployment {
        let url = try await newDatabase()
        try await prepare(url, for: api)
        return try await Deployment(on: url, redis: redis, serving: api, change)
    }

    /// The address of a new database in the shared Postgres with nothing in it.
    private static func newDatabase() async throws -> String {
        let postgres = try await PrivatePostgres.shared
        let name = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try await Database(url: postgres.url).run("CREATE DATABASE \(name)")
        return String(postgres.url[..<(postgres.url.lastIndex(of: "/") ?? postgres.url.endIndex)]) + "/" + name
    }

    /// Runs a test with a new database that has the tables of the authentication layer and no others.
    static func withEmptyDatabase(_ body: (_ databaseURL: String) async throws -> Void) async throws {
        let url = try await newDatabase()
        try await Serving.withScripts(url) { try await $0(DemoIdentity.sql) }
        try await body(url)
    }
}
