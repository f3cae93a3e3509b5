import Foundation

@testable import DevServices

/// What `psql` prints for a statement; nil when it fails or takes too long.
func query(url: String, _ statement: String, seconds: Int = 10) async throws -> String? {
    let psql = try ProgramFinder.standard.require("psql", debian: "postgresql-client", brew: "libpq")
    let result = try await CommandRunner.run(
        [psql, "-X", "-A", "-t", "-w", "-c", statement, url], limit: .seconds(seconds))
    return result.status == 0 ? result.text.trimmingCharacters(in: .newlines) : nil
}

func query(_ postgres: PrivatePostgres, _ statement: String, seconds: Int = 10) async throws -> String? {
    try await query(url: postgres.url, statement, seconds: seconds)
}

/// Holds a loopback port, as a stranger's server would.
final class Listener: Sendable {
    let port: UInt16
    private let descriptor: Int32

    init() throws {
        port = try FreePort.choose()
        descriptor = socket(AF_INET, FreePort.streamType, 0)
        guard FreePort.withLoopback(port, { bind(descriptor, $0, $1) }) == 0, listen(descriptor, 1) == 0 else {
            close(descriptor)
            throw DevServiceError(.port, "The port was taken meanwhile.")
        }
    }

    deinit { close(descriptor) }
}
