import Foundation
import Testing

@testable import Generator

/// The outputs for the shipped spec, and for one with every word of the language, as files that a reviewer reads.
/// `ROSTER_UPDATE_GOLDENS=1` writes them anew.
@Suite("What is generated")
struct GoldenTests {
    /// A spec and the folder of its goldens.
    enum Case: String, CaseIterable, Sendable {
        case shipped = "."
        case everything = "Everything"
        case library = "Library"

        var spec: URL {
            switch self {
            case .shipped: Fixture.shippedSpec
            case .everything: Fixture.everything
            case .library: Fixture.library
            }
        }

        var goldens: URL { Fixture.goldens.appending(path: rawValue) }

        func generated() throws -> Pipeline.Outcome { Pipeline.generate(try Fixture.source(spec)) }
    }

    @Test("a good spec has no findings, and every named file is made", arguments: Case.allCases)
    func accepted(of spec: Case) throws {
        let outcome = try spec.generated()
        #expect(outcome.diagnostics.map(\.rendered) == [])
        #expect(outcome.files.map(\.name) == GeneratedFile.names)
    }

    @Test("each file is the golden one, byte for byte", arguments: Case.allCases, GeneratedFile.names)
    func golden(of spec: Case, name: String) throws {
        let file = try #require(try spec.generated().files.first { $0.name == name })
        try Fixture.expect(file.text, in: spec.goldens.appending(path: name + ".golden"))
    }

    @Test("a refused spec gives no file at all")
    func refused() {
        let outcome = Pipeline.generate(SpecSource(path: "spec/users.yaml", text: "spec: 1\nresorces: {}\n"))
        #expect(outcome.isRejected)
        #expect(outcome.files.isEmpty)
    }
}
