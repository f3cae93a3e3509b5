import Foundation
import Testing

/// A folder with the emitted client and a program that uses it, compiled as strictly as the compiler can.
final class TypeScriptProject {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private let folder: URL

    /// - Parameters:
    ///   - scenario: a file beside this one.
    ///   - spec: what the client is generated from.
    init(scenario: String, spec: String = "spec/users.yaml") throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "roster-ts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(try Self.emitted(spec).utf8).write(to: folder.appending(path: "client.ts"))
        try Data(#"{"type": "module"}"#.utf8).write(to: folder.appending(path: "package.json"))
        for file in ["expectations.ts", scenario] {
            try FileManager.default.copyItem(
                at: URL(filePath: #filePath).deletingLastPathComponent().appending(path: file),
                to: folder.appending(path: file))
        }
        let compiled = try Self.run(
            ["tsc"] + Self.strict + [scenario], in: folder, environment: ProcessInfo.processInfo.environment)
        try #require(compiled.status == 0, "\(compiled.output.joined(separator: "\n"))")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private static let strict = [
        "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--noImplicitOverride",
        "--noUnusedLocals", "--target", "es2022", "--module", "node16",
    ]

    /// The client of a spec, by the tool that was built with the tests.
    static func emitted(_ spec: String = "spec/users.yaml") throws -> String {
        let tool = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "rosterc")
        let run = try run([tool.path, "emit", "typescript", spec], in: root, environment: [:])
        try #require(run.status == 0, "\(run.errors.joined(separator: "\n"))")
        return run.output.joined(separator: "\n")
    }

    struct Run: Sendable {
        let status: Int32
        let output: [String]
        let errors: [String]
    }

    /// Runs a compiled file on Node.
    func run(_ program: String, environment: [String: String]) async throws -> Run {
        let path = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        let all = environment.merging(path) { given, _ in given }
        let folder = folder
        // The server answers in this process: none of its threads may wait for the child.
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result { try Self.run(["node", program], in: folder, environment: all) })
            }
        }
    }

    private static func run(_ command: [String], in folder: URL, environment: [String: String]) throws -> Run {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = folder
        process.environment = environment
        // Files, since a pipe that nobody reads yet would stop the program.
        let scratch = FileManager.default.temporaryDirectory
        let files = ["out", "err"].map { scratch.appending(path: "roster-\(UUID().uuidString).\($0)") }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
        return Run(
            status: process.terminationStatus, output: texts[0].components(separatedBy: "\n"),
            errors: texts[1].components(separatedBy: "\n"))
    }
}
