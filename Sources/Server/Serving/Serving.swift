import Generated
import Logging
import Runtime

/// What the commands need of the runtime.
enum Serving {
    /// How long one try to reach a database may take.
    private static let connectLimit = Duration.seconds(5)

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
    /// - Parameters:
    ///   - migrations: what the database is to be at, where that is not what the build stores.
    ///   - whenListening: Called with the port once it accepts connections.
    static func serve(
        _ settings: ServerSettings, on migrations: MigrationSet? = nil,
        whenListening: @Sendable (_ port: Int) async throws -> Void
    ) async throws {
        OpenFilesLimit.raise()
        let signal = TerminationSignals.first()
        let application = try await Application(settings, serving: migrations.map(api.on) ?? api)
        do {
            try await whenListening(try await application.start())
        } catch {
            signal.cancel()
            await application.stop(isGraceful: false)
            throw error
        }
        await signal.value
        await application.stop()
    }
}

/// Runs one SQL script and returns when it is done.
typealias ScriptRunner = (_ script: String) async throws -> Void
