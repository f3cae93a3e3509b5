import Foundation
import TestSupport
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
        let compiled = try FinishedProgram("tsc", Self.strict + [scenario], in: folder)
        try #require(compiled.status == 0, "\(compiled.output)")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private static let strict = [
        "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--noImplicitOverride",
        "--noUnusedLocals", "--target", "es2022", "--module", "node16",
    ]

    /// The client of a spec, by the tool that was built with the tests.
    static func emitted(_ spec: String = "spec/users.yaml") throws -> String {
        let tool = FinishedProgram.built("rosterc")
        let run = try FinishedProgram(tool, ["emit", "typescript", spec], in: root, environment: [:])
        try #require(run.status == 0, "\(run.errors)")
        return run.output
    }

    /// Runs a compiled file on Node. What did not hold is in `errors`.
    func run(_ program: String, environment: [String: String]) async throws -> FinishedProgram {
        let path = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        return try await .beside(
            "node", [program], in: folder, environment: environment.merging(path) { given, _ in given })
    }
}
