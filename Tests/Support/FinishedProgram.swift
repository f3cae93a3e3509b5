import Foundation

/// A program that was run to its end.
package struct FinishedProgram: Sendable {
    package let status: Int32
    package let output: String
    package let errors: String

    /// - Parameters:
    ///   - program: its path; a name without a folder is looked for as shells do.
    ///   - environment: all of it; `nil` for that of the tests.
    package init(
        _ program: String, _ arguments: [String], in folder: URL? = nil, environment: [String: String]? = nil
    ) throws {
        let process = Process()
        let isName = !program.contains("/")
        process.executableURL = URL(filePath: isName ? "/usr/bin/env" : program)
        process.arguments = (isName ? [program] : []) + arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        // Files, since a pipe that nobody reads yet would stop it when it is full.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "roster-\(UUID().uuidString)")
        let files = ["out", "err"].map { scratch.appendingPathExtension($0) }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = try String(contentsOf: files[0], encoding: .utf8)
        errors = try String(contentsOf: files[1], encoding: .utf8)
    }

    /// The same for a program that needs a server of this process, none of whose threads may wait for it.
    package static func beside(
        _ program: String, _ arguments: [String], in folder: URL? = nil, environment: [String: String]? = nil
    ) async throws -> FinishedProgram {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result { try FinishedProgram(program, arguments, in: folder, environment: environment) })
            }
        }
    }

    /// A program that is built with the tests, which are in one folder with it.
    package static func built(_ name: String) -> String {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name).path
    }
}
