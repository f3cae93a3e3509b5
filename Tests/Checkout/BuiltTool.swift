import Foundation

/// The `rosterc` that was built with the tests, run as people and builds run it.
package struct BuiltTool {
    package struct Result: Sendable {
        package let status: Int32
        package let output: String
        package let errors: String
    }

    /// Tests and tools are built into one folder.
    private static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
        path: "rosterc")

    /// - Parameter environment: the whole of it; nothing is inherited.
    package static func run(
        _ arguments: [String], in folder: URL, input: [UInt8] = [], environment: [String: String] = [:]
    ) throws -> Result {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        // Files, since a pipe that nobody reads yet would stop the tool.
        let scratch = try Scratch()
        let files = ["in", "out", "err"].map { scratch.folder.appending(path: $0) }
        try Data(input).write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try String(contentsOf: files[1], encoding: .utf8),
            errors: try String(contentsOf: files[2], encoding: .utf8))
    }
}
