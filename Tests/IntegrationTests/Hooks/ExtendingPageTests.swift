import Foundation
import TestSupport
import Testing

/// `docs/extending.md`: what it shows is in the shipped spec, and compiles against it.
@Suite("The page about what is written by hand", .timeLimit(.minutes(2)))
struct ExtendingPageTests {
    private static func examples(of language: String) throws -> [String] {
        let page = try String(
            contentsOf: HandWorkCompiler.root.appending(path: "docs/extending.md"), encoding: .utf8)
        return page.components(separatedBy: "```\(language)\n").dropFirst().map {
            $0.components(separatedBy: "```\n")[0]
        }
    }

    @Test("its Swift compiles, all of it together, with what the spec asks for besides")
    func swift() async throws {
        let examples = try Self.examples(of: "swift")
        #expect(examples.count >= 6)
        let compiler = try HandWorkCompiler()
        defer { compiler.remove() }
        var files = ["rest.swift": Self.rest]
        for (number, example) in examples.enumerated() {
            files["example\(number).swift"] = "import Generated\nimport Runtime\n\n" + example
        }
        try compiler.replaceAll(but: ["APIHooks.swift", "APIHooks+checkName.swift"], with: files)
        let outcome = try await compiler.compile()
        #expect(outcome.status == 0, "\(outcome.said)")
        #expect(outcome.said == "")
    }

    /// What the page does not show and the spec requires.
    private static let rest = """
        import Generated
        import Runtime

        extension APIHooks: ProfileBeforeCreate {
            func beforeCreate(_ change: inout BeforeCreate<Profile>) async throws {}
        }
        """

    @Test("its YAML is what the shipped spec has, line by line in its order")
    func yaml() throws {
        let examples = try Self.examples(of: "yaml")
        #expect(examples.count >= 6)
        let spec = try Self.lines(
            String(contentsOf: HandWorkCompiler.root.appending(path: "spec/users.yaml"), encoding: .utf8))
        for example in examples {
            var rest = spec[...]
            for line in Self.lines(example) {
                let place = try #require(rest.firstIndex(of: line), "the spec has no `\(line)` there")
                rest = rest[(place + 1)...]
            }
        }
    }

    /// What says something, without indents and comments.
    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n").compactMap { line in
            var line = line.drop { $0 == " " }
            if let comment = line.firstRange(of: "#") { line = line[..<comment.lowerBound] }
            while line.last == " " { line.removeLast() }
            return line.isEmpty ? nil : line
        }
    }
}
