import Foundation
import Logging
import Testing

@testable import Runtime
@testable import Server

@Suite("The settings of a command that serves")
struct ServerSettingsLoadTests {
    private let folder = NSTemporaryDirectory() + "roster-load-\(UUID().uuidString)"
    private var project: ProjectFolder { ProjectFolder(roster: folder) }
    private let database = "postgres://a:b@db/c"

    @Test("secrets that are not set are made once and kept")
    func secrets() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let environment = Environment(["DATABASE_URL": database])
        let first = try ServerSettings.load(environment, project)
        let second = try ServerSettings.load(environment, project)
        #expect(first.sealingKey == second.sealingKey)
        #expect(first.jwtSecret != nil && first.jwtSecret == second.jwtSecret)
        #expect(first.sealingKey?.reveal().count == 32)
        let mode = try FileManager.default.attributesOfItem(atPath: project.sealingSecret)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("secrets that are set leave no file")
    func setSecrets() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let environment = Environment([
            "DATABASE_URL": database, "ROSTER_SECRET": String(repeating: "ab", count: 32), "ROSTER_JWT_JWKS": "/keys",
        ])
        let settings = try ServerSettings.load(environment, project)
        #expect(settings.jwtSecret == nil)
        #expect(settings.sealingKey?.reveal() == Array(repeating: 0xAB, count: 32))
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("without a database there is an error, and a private one's address takes the place")
    func databases() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(throws: CommandError.self) { try ServerSettings.load(Environment([:]), project) }
        let settings = try ServerSettings.load(
            Environment([:]), project, base: .development, databaseURL: database, redisURL: "redis://cache")
        #expect(settings.postgres.url == database && settings.redisURL == Secret("redis://cache"))
        #expect(settings.log.format == .text && settings.accessLog == .all)
    }

    @Test("a made secret that is too short for the algorithm is told of")
    func algorithm() {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(throws: SettingsRefused.self) {
            try ServerSettings.load(Environment(["DATABASE_URL": database, "ROSTER_JWT_ALGORITHM": "HS512"]), project)
        }
    }

    @Test("the keys come from the secret or the key set")
    func keys() async throws {
        var settings = ServerSettings()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        settings.jwtSecret = Secret(String(repeating: "x", count: 48))
        settings.jwtAlgorithm = .hs384
        let keys = try await settings.keySource(logger: logger).keys
        #expect(keys.keys.map(\.algorithm) == ["HS384"])
        settings.jwtSecret = nil
        settings.jwksPath = "/no/such/file"
        await #expect(throws: (any Error).self) { try await settings.keySource(logger: logger) }
    }
}
