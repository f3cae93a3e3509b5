import Foundation
import TestSupport
import Testing

@testable import DevServices

/// The `roster serve` that was built with the tests, run as people run it.
final class BuiltServer {
    struct NotUp: Error {}

    let port: Int
    private let process = Process()
    private let log: URL

    /// Starts it with nothing set but what it must have.
    init(databaseURL: String) throws {
        port = Int(try FreePort.choose())
        log = FileManager.default.temporaryDirectory.appending(path: "roster-\(UUID().uuidString).log")
        try Data().write(to: log)
        // Tests and programs are built into one folder.
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "roster")
        process.arguments = ["serve", "--port", String(port)]
        process.environment = [
            "DATABASE_URL": databaseURL, "ROSTER_JWT_SECRET": String(decoding: Deployment.tokenSecret, as: UTF8.self),
            "ROSTER_SECRET": String(repeating: "5a", count: 32),
        ]
        process.standardOutput = try FileHandle(forWritingTo: log)
        process.standardError = process.standardOutput
        try process.run()
    }

    deinit {
        // Where the test has failed it may still run.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: log)
    }

    /// Waits until it listens.
    func waitUntilUp() async throws {
        let end = ContinuousClock.now + .seconds(15)
        while (try? await Client(port: port).get("/livez"))?.status != 200 {
            guard process.isRunning, .now < end else { throw NotUp() }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Sends SIGTERM and waits for the end.
    /// - Returns: the exit status; `nil` when a signal ended it.
    func terminate(within limit: Duration) async throws -> Int32? {
        process.terminate()
        let end = ContinuousClock.now + limit
        while process.isRunning {
            try #require(.now < end, "the server has not ended in time")
            try await Task.sleep(for: .milliseconds(10))
        }
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }

    /// All that it has logged.
    var output: String {
        get throws { try String(contentsOf: log, encoding: .utf8) }
    }
}
