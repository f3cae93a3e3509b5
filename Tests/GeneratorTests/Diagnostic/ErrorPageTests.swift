import Foundation
import SpecCheckout
import Testing

@testable import Generator

@Suite("The pages of the codes")
struct ErrorPageTests {
    private static let folder = Fixture.shippedSpec.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/errors")
    private static let withExample = DiagnosticCode.allCases.filter { $0.example != nil }

    private static func findings(_ text: String) -> [Diagnostic] {
        Pipeline.generate(SpecSource(path: "spec/users.yaml", text: text)).diagnostics
    }

    @Test("the wrong spec has the finding", arguments: withExample)
    func wrong(code: DiagnosticCode) throws {
        let example = try #require(code.example)
        let codes = Self.findings(example.wrong).map(\.code)
        #expect(codes.contains(code), "\(codes)")
    }

    @Test(
        "the right spec has none, but that a word is not served yet where the code is about such words",
        arguments: withExample)
    func right(code: DiagnosticCode) throws {
        let isPlanned = (404..<430).contains(code.rawValue)
        let findings = Self.findings(try #require(code.example).right).filter { !isPlanned || $0.code != .notServedYet }
        #expect(findings.map(\.rendered) == [])
    }

    @Test("only what no small spec shows has no example")
    func withoutExample() {
        let without = DiagnosticCode.allCases.filter { $0.example == nil && $0.rawValue < 500 }
        #expect(without == [.tooLarge, .notUTF8, .tooManyNodes, .uncalledHook])
    }

    @Test("the committed page is what is printed", arguments: DiagnosticCode.allCases)
    func page(code: DiagnosticCode) throws {
        let page = ErrorPage(code)
        try Fixture.expect(page.text, in: Self.folder.appending(path: page.name))
    }

    @Test("the index names every page, and there is no page of a code that is gone")
    func index() throws {
        try Fixture.expect(ErrorIndex.text, in: Self.folder.appending(path: ErrorIndex.name))
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let pages = DiagnosticCode.allCases.map { ErrorPage($0).name }
        #expect(files.sorted() == (pages + [ErrorIndex.name]).sorted())
        for page in pages { #expect(ErrorIndex.text.contains("](\(page))"), "no link to \(page)") }
    }

    @Test("the tool writes the same pages into a folder")
    func written() throws {
        let scratch = try Scratch()
        let result = try BuiltTool.run(["explain", "--all", "--output", "errors"], in: scratch.folder)
        #expect(result.status == 0)
        let written = try Scratch.contents(of: scratch.folder.appending(path: "errors"))
        #expect(written == (try Scratch.contents(of: Self.folder)))
    }
}
