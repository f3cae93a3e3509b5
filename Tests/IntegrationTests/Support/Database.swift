import Runtime

/// The database behind a server, asked past the server.
struct Database: Sendable {
    let url: String

    /// Runs one statement with parameters as text and gives its rows as text.
    @discardableResult
    func run(_ statement: String, _ values: String?...) async throws -> [[String?]] {
        try await withSession { try await $0.query(statement, values) }
    }

    /// Runs a body in a session of its own, for what spans several statements.
    func withSession<T: Sendable>(_ body: (PostgresSession) async throws -> T) async throws -> T {
        let reactor = try Reactor()
        defer { reactor.shutdown() }
        let session = try await PostgresSession.open(url: url, deadline: .now + .seconds(5), reactor: reactor)
        let outcome: Result<T, any Error>
        do {
            outcome = .success(try await body(session))
        } catch {
            outcome = .failure(error)
        }
        await session.close()
        return try outcome.get()
    }
}

extension Deployment {
    var database: Database { Database(url: databaseURL) }
}
