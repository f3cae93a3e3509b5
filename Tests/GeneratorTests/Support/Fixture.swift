import Foundation
import Testing

@testable import Generator

/// The files beside the tests.
enum Fixture {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    static let folder = tests.appending(path: "Fixtures")
    static let goldens = tests.appending(path: "Goldens")
    static let docs = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs")
    static let shippedSpec = tests.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "spec/users.yaml")

    /// The spec with every word of the language, which the target `Everything` compiles.
    static let everything = tests.deletingLastPathComponent().appending(path: "Everything/spec.yaml")

    /// The spec of three resources, which the target `Library` compiles.
    static let library = tests.deletingLastPathComponent().appending(path: "Library/spec.yaml")

    /// Whether expectations are written anew instead of compared: `ROSTER_UPDATE_GOLDENS=1`.
    static let isUpdating = ProcessInfo.processInfo.environment["ROSTER_UPDATE_GOLDENS"] == "1"

    static func source(_ file: URL) throws -> SpecSource {
        SpecSource(path: "spec/\(name(of: file))", bytes: Array(try Data(contentsOf: file)))
    }

    /// What the text calls itself in its outputs.
    private static func name(of file: URL) -> String {
        switch file {
        case everything: "everything.yaml"
        case library: "library.yaml"
        default: file.lastPathComponent
        }
    }

    /// Names without `.yaml`, sorted.
    static func names(in folder: URL) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// Compares a text with what a file holds, or writes it there.
    static func expect(_ text: String, in file: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if isUpdating { try Data(text.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text, sourceLocation: sourceLocation)
    }
}
