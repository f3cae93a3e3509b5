import Foundation
import Testing

@testable import Generator

@Suite("Diagnostic")
struct DiagnosticTests {
    @Test("a finding shows its place, the line, a caret and the way out")
    func rendered() {
        let source = SpecSource(
            path: "spec/users.yaml", text: "spec: 1\napi: {naem: a, base: /api, version: 2026-11-01}\n")
        let expected = """
            spec/users.yaml:2:6: error: `api` needs the key `name` [SPEC201]
            api: {naem: a, base: /api, version: 2026-11-01}
                 ^
            help: add `name: launch-users`
            spec/users.yaml:2:7: error: unknown key `naem` [SPEC200]
            api: {naem: a, base: /api, version: 2026-11-01}
                  ^~~~
            help: did you mean `name`?
            """
        let rendered = Pipeline.accept(source).diagnostics.filter { $0.line == 2 }.map(\.rendered)
        #expect(rendered.joined(separator: "\n") == expected)
    }

    @Test("a finding shows the other places that it is about")
    func notes() {
        let source = SpecSource(path: "spec/users.yaml", text: "spec: 1\nroles: {a: {}, ä: {}}\nspec: 2\n")
        let expected = """
            spec/users.yaml:3:1: error: the key `spec` is here twice [SPEC109]
            spec: 2
            ^~~~
            help: keep one of them
            spec/users.yaml:1:1: note: it was first written here
            spec: 1
            ^~~~
            """
        #expect(Pipeline.accept(source).diagnostics.filter { $0.line == 3 }.map(\.rendered) == [expected])
    }

    @Test("a word of a long line is shown with what is around it, and a part of a text is underlined alone")
    func excerpts() throws {
        let text = "a: 1\nb: {" + (0..<40).map { "key_\($0): 1, " }.joined() + "last: yes}\n"
        let source = SpecSource(path: "s.yaml", text: text)
        let findings = Findings(source)
        let column = try #require(source.line(2).range(of: "last")).lowerBound.utf16Offset(in: source.line(2)) + 1
        let start = Mark(line: 2, column: column, offset: 5 + column - 1)
        let end = Mark(line: 2, column: column + 4, offset: start.offset + 4)
        findings.error(.unknownKey, at: Span(start, end), "it")
        let lines = try #require(findings.sorted.first).rendered.split(separator: "\n").map(String.init)
        #expect(lines[0] == "s.yaml:2:\(column): error: it [SPEC200]")
        #expect(lines[1].count == 160 && lines[1].hasSuffix("last: yes}"))
        #expect(lines[2] == String(repeating: " ", count: 150) + "^~~~")
    }

    @Test("every code has an explanation", arguments: DiagnosticCode.allCases)
    func explained(_ code: DiagnosticCode) {
        #expect(!code.title.isEmpty)
        #expect(!code.explanation.isEmpty)
        #expect(DiagnosticCode(spelled: "\(code)") == code)
    }
}
