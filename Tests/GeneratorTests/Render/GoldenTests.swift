import Foundation
import Testing

@testable import Generator

/// The outputs for the shipped spec, as files that a reviewer reads. `ROSTER_UPDATE_GOLDENS=1` writes them anew.
@Suite("What is generated from the shipped spec")
struct GoldenTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    private static let goldens = tests.appending(path: "Goldens")
    private static let spec = tests.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "spec/users.yaml")

    private static func generated() throws -> Pipeline.Outcome {
        let bytes = try Data(contentsOf: spec)
        return Pipeline.generate(SpecSource(path: "spec/users.yaml", bytes: Array(bytes)))
    }

    @Test("the shipped spec has no findings, and every named file is made")
    func accepted() throws {
        let outcome = try Self.generated()
        #expect(outcome.diagnostics.map(\.rendered) == [])
        #expect(outcome.files.map(\.name) == GeneratedFile.names)
    }

    @Test("each file is the golden one, byte for byte", arguments: GeneratedFile.names)
    func golden(name: String) throws {
        let file = try #require(try Self.generated().files.first { $0.name == name })
        let golden = Self.goldens.appending(path: name + ".golden")
        if ProcessInfo.processInfo.environment["ROSTER_UPDATE_GOLDENS"] == "1" {
            try Data(file.text.utf8).write(to: golden)
        }
        #expect(try String(contentsOf: golden, encoding: .utf8) == file.text)
    }

    @Test("a refused spec gives no file at all")
    func refused() {
        let outcome = Pipeline.generate(SpecSource(path: "spec/users.yaml", text: "spec: 1\nresorces: {}\n"))
        #expect(outcome.isRejected)
        #expect(outcome.files.isEmpty)
    }
}

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "gives the digests of FIPS 180-4's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func vectors(text: String, digest: String) {
        #expect(SHA256.hexadecimal(text.utf8) == digest)
    }
}
