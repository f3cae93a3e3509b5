import Foundation
import TestSupport

/// A copy of what is written by hand, which a test may break, and the compiler over it as in a build: with the file that the
/// generator binds it by, and the modules that were built with the tests.
struct HandWorkCompiler {
    struct Outcome {
        let status: Int32
        /// What the generator and the compiler said.
        let said: String
    }

    static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "roster-hooks-\(UUID().uuidString)")
        for path in ["spec/users.yaml", "Sources/Server/Hooks"] {
            let copy = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: Self.root.appending(path: path), to: copy)
        }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "generated"), withIntermediateDirectories: true)
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Puts one text in the place of another, which must be there.
    func replace(_ old: String, with new: String, in file: String) throws {
        let url = folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        guard text.contains(old) else { throw Missing(text: old) }
        try text.replacing(old, with: new).write(to: url, atomically: true, encoding: .utf8)
    }

    /// Puts files in the place of all that is written by hand, but for those that are named.
    func replaceAll(but kept: Set<String>, with files: [String: String]) throws {
        let hooks = folder.appending(path: "Sources/Server/Hooks")
        for name in try FileManager.default.contentsOfDirectory(atPath: hooks.path) where !kept.contains(name) {
            try FileManager.default.removeItem(at: hooks.appending(path: name))
        }
        for (name, text) in files {
            try text.write(to: hooks.appending(path: name), atomically: true, encoding: .utf8)
        }
    }

    struct Missing: Error { let text: String }

    /// The first line of the spec that has the text.
    func line(of text: String) throws -> Int {
        let spec = try String(contentsOf: folder.appending(path: "spec/users.yaml"), encoding: .utf8)
        let lines = spec.split(separator: "\n", omittingEmptySubsequences: false)
        guard let line = lines.firstIndex(where: { $0.contains(text) }) else { throw Missing(text: text) }
        return line + 1
    }

    func compile() async throws -> Outcome {
        let hooks = try FileManager.default.subpathsOfDirectory(
            atPath: folder.appending(path: "Sources/Server/Hooks").path
        ).sorted().map { folder.appending(path: "Sources/Server/Hooks/" + $0).path }
        let generated = folder.appending(path: "generated").path
        let made = try await Self.run(
            [
                Self.products.appending(path: "rosterc").path, "generate",
                folder.appending(path: "spec/users.yaml").path,
                "--package", folder.path, "--output", generated, "--witness-for", "Generated", "--hand-work",
            ] + hooks)
        guard made.status == 0 else { return made }
        return try await Self.run(
            ["/usr/bin/env", "swiftc", "-typecheck", "-swift-version", "6"] + Self.imports + hooks
                + [generated + "/HookWitness.swift"])
    }

    /// Tests and programs are built into one folder.
    private static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

    /// Where the modules are, and those in C that they are made of.
    private static var imports: [String] {
        // SwiftPM names a package for its folder.
        let package = String(root.lastPathComponent.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
        let modules =
            maps(in: products, under: [""]) + maps(in: root.appending(path: "Sources"), under: [""])
            + children(of: root.appending(path: ".build/checkouts")).flatMap {
                maps(in: $0.appending(path: "Sources"), under: ["include"])
            }
        return ["-package-name", package, "-I", products.appending(path: "Modules").path]
            + ["/usr/include/hiredis", "/usr/include/postgresql"].map { "-I" + $0 }
            + modules.flatMap { ["-Xcc", "-fmodule-map-file=" + $0] }
    }

    private static func maps(in folder: URL, under places: [String]) -> [String] {
        children(of: folder).flatMap { child in
            places.map { child.appending(path: $0).appending(path: "module.modulemap").path }
        }.filter(FileManager.default.fileExists)
    }

    private static func children(of folder: URL) -> [URL] {
        let all = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (all ?? []).sorted { $0.path < $1.path }
    }

    private static func run(_ command: [String]) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            // Other suites' servers answer in this process: none of its threads may wait for the child.
            Thread.detachNewThread { continuation.resume(with: Result { try wait(for: command) }) }
        }
    }

    private static func wait(for command: [String]) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, said: String(decoding: said, as: UTF8.self))
    }
}
