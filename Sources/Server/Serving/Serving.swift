import Generated
import Logging
import Runtime

/// What the commands need of the runtime.
enum Serving {
    /// How long one try to reach a database may take.
    private static let connectLimit = Duration.seconds(5)

    /// Brings the database to the contract: runs the migrations that it lacks.
    ///
    /// - Throws: An error whose description says what was tried and what to check; without password or values.
    static func prepareDatabase(_ url: String) async throws {
        try await withScripts(url) { try await $0(migrationSQL.description) }
    }

    /// A connection that runs SQL scripts (several statements, simple protocol), for the seed.
    static func withScripts(_ url: String, _ body: (_ run: ScriptRunner) async throws -> Void) async throws {
        let reactor = try Reactor()
        defer { reactor.shutdown() }
        let session = try await PostgresSession.open(url: url, deadline: .now + connectLimit, reactor: reactor)
        do {
            try await body { try await session.execute($0) }
        } catch {
            await session.close()
            throw error
        }
        await session.close()
    }

    /// Serves until SIGINT or SIGTERM, drains, and returns.
    ///
    /// - Parameter whenListening: Called once the port accepts connections.
    static func serve(
        _ settings: ServeSettings, whenListening: @Sendable () async throws -> Void
    ) async throws {
        OpenFilesLimit.raise()
        let signal = TerminationSignals.first()
        let application = try await Application(settings)
        do {
            _ = try await application.start()
            try await whenListening()
        } catch {
            signal.cancel()
            await application.stop(drain: .zero)
            throw error
        }
        await signal.value
        await application.stop(drain: settings.drain)
    }
}

/// Runs one SQL script and returns when it is done.
typealias ScriptRunner = (_ script: String) async throws -> Void

/// What the command line decides of the server; the rest is read from the environment where it is used.
struct ServeSettings: Sendable {
    var host = "127.0.0.1"
    var port: UInt16 = 8080
    /// `postgres://…`. Holds a password: never log it.
    var databaseURL: String
    /// `redis://…`; nil serves without the second cache level.
    var redisURL: String?
    /// The secret of HS256 tokens, as bytes of this text. Never log it.
    var tokenSecret: String
    /// How long requests in flight may take to finish when the server stops.
    var drain = Duration.seconds(10)
}
