import Foundation

/// The `roster` that was built with the tests, run to its end as people run it.
struct BuiltProgram {
    let status: Int32
    let output: String
    let errors: String

    /// - Parameter environment: all of it.
    static func run(_ arguments: [String], _ environment: [String: String]) async throws -> BuiltProgram {
        let process = Process()
        // Tests and programs are built into one folder.
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "roster")
        process.arguments = arguments
        process.environment = environment
        // Files, since a pipe that nobody reads would stop it when it is full.
        let files = try (0..<2).map { _ in
            let file = FileManager.default.temporaryDirectory.appending(path: "roster-\(UUID().uuidString).out")
            try Data().write(to: file)
            return file
        }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        return BuiltProgram(
            status: process.terminationStatus, output: try String(contentsOf: files[0], encoding: .utf8),
            errors: try String(contentsOf: files[1], encoding: .utf8))
    }
}
