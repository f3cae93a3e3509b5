/// What the commands need of the runtime. The three functions are the seam between the two; they are to be wired.
enum Serving {
    /// Brings the database to the contract: runs the migrations that it lacks.
    ///
    /// - Throws: An error whose description says what was tried and what to check; without password or values.
    static func prepareDatabase(_ url: String) async throws {
        throw NotWired(function: "prepareDatabase")
    }

    /// A connection that runs SQL scripts (several statements, simple protocol), for the seed.
    static func withScripts(_ url: String, _ body: (_ run: ScriptRunner) async throws -> Void) async throws {
        throw NotWired(function: "withScripts")
    }

    /// Serves until SIGINT or SIGTERM, drains, and returns.
    ///
    /// - Parameter whenListening: Called once the port accepts connections.
    static func serve(
        _ settings: ServeSettings, whenListening: @Sendable () async throws -> Void
    ) async throws {
        throw NotWired(function: "serve")
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
}

struct NotWired: Error, CustomStringConvertible {
    let function: String
    var description: String { "Serving.\(function) is not wired to the runtime yet." }
}
