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
            spec/users.yaml:2:7: error: unknown key `naem` [SPEC200]
            api: {naem: a, base: /api, version: 2026-11-01}
                  ^
            help: did you mean `name`?
            """
        let rendered = Pipeline.accept(source).diagnostics.filter { $0.line == 2 }.map(\.rendered)
        #expect(rendered.joined(separator: "\n") == expected)
    }

    @Test("every code has an explanation", arguments: DiagnosticCode.allCases)
    func explained(_ code: DiagnosticCode) {
        #expect(!code.title.isEmpty)
        #expect(!code.explanation.isEmpty)
        #expect(DiagnosticCode(spelled: "\(code)") == code)
    }
}
