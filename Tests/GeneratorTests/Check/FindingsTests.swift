import Foundation
import Testing

@testable import Generator

/// Each file of `Fixtures/Findings` is a spec with mistakes of one kind, named by the code, and its `.expected` is all that
/// is said about it.
@Suite("What is said about a wrong spec")
struct FindingsTests {
    private static let folder = Fixture.folder.appending(path: "Findings")
    static let names = Fixture.names(in: folder)

    private static func diagnostics(_ name: String) throws -> [Diagnostic] {
        let outcome = Pipeline.generate(try Fixture.source(folder.appending(path: name + ".yaml")))
        #expect(outcome.isRejected == outcome.files.isEmpty)
        return outcome.diagnostics
    }

    @Test("is the expected text, whole", arguments: names)
    func findings(name: String) throws {
        let text = try Self.diagnostics(name).map { $0.rendered + "\n" }.joined()
        try Fixture.expect(text, in: Self.folder.appending(path: name + ".expected"))
    }

    @Test("has the code that the file is named for", arguments: names)
    func code(name: String) throws {
        #expect(try Self.diagnostics(name).contains { name.hasPrefix("\($0.code.rawValue)-") })
    }

    @Test("says what to write, when the spec could be read", arguments: names)
    func help(name: String) throws {
        for diagnostic in try Self.diagnostics(name) where diagnostic.code.rawValue >= 300 {
            #expect(diagnostic.help != nil, "\(diagnostic.rendered)")
        }
    }

    @Test("there is an example for every code")
    func everyCode() {
        let files = Set(Self.names.compactMap { Int($0.prefix(3)) })
        // These need so much text that it is made: `HostileTextTests`.
        // That one is about files beside the spec: `UncalledHooksTests`.
        let made: Set<DiagnosticCode> = [.tooLarge, .tooManyNodes, .uncalledHook]
        // Those of migrations are about two specs, or about files beside one: `Migrations/`.
        for code in DiagnosticCode.allCases where !made.contains(code) && !(500..<550).contains(code.rawValue) {
            #expect(files.contains(code.rawValue), "no example for \(code)")
        }
    }
}
