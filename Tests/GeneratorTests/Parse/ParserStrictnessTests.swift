import Testing

@testable import Generator

@Suite("The YAML of specs")
struct ParserStrictnessTests {
    /// A text, and where and why it is refused.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let text: String
        let code: DiagnosticCode
        let line: Int
        let column: Int

        init(_ text: String, _ code: DiagnosticCode, _ line: Int, _ column: Int) {
            (self.text, self.code, self.line, self.column) = (text, code, line, column)
        }

        var testDescription: String { "\(code): \(text.debugDescription)" }
    }

    @Test(
        "what YAML has and specs have not is refused at its place",
        arguments: [
            Refusal("", .emptySpec, 1, 1),
            Refusal("# only a comment\n", .emptySpec, 1, 1),
            Refusal("\u{FEFF}spec: 1\n", .byteOrderMark, 1, 1),
            Refusal("spec:\t1\n", .tab, 1, 6),
            Refusal("spec: 1\n\tapi: {}\n", .tab, 2, 1),
            Refusal("spec: \u{0}\n", .forbiddenCharacter, 1, 7),
            Refusal("spec: 1\rapi: 2\n", .forbiddenCharacter, 1, 8),
            Refusal("spec: a\u{202E}b\n", .forbiddenCharacter, 1, 8),
            Refusal("spec: &a 1\n", .anchor, 1, 7),
            Refusal("spec: *a\n", .anchor, 1, 7),
            Refusal("spec: !!str 1\n", .tag, 1, 7),
            Refusal("api:\n  <<: {name: a}\n", .mergeKey, 2, 3),
            Refusal("spec: 1\nspec: 1\n", .duplicateKey, 2, 1),
            Refusal("spec: 1\n---\nspec: 1\n", .secondDocument, 2, 1),
            Refusal("%YAML 1.1\n---\nspec: 1\n", .directive, 1, 1),
            Refusal("? [a]\n: 1\n", .complexKey, 1, 3),
            Refusal("spec: yes\n", .ambiguousBoolean, 1, 7),
            Refusal("api: {name: No, base: \"\", version: x}\n", .ambiguousBoolean, 1, 13),
            Refusal("spec: \"1\n", .syntax, 1, 7),
            Refusal("spec: {a: 1\n", .syntax, 2, 1),
        ])
    func refuses(_ refusal: Refusal) {
        let findings = Findings(SpecSource(path: "spec/users.yaml", text: refusal.text))
        _ = parse(SpecSource(path: "spec/users.yaml", text: refusal.text), findings)
        let expected = (refusal.code, refusal.line, refusal.column)
        #expect(
            findings.sorted.contains { ($0.code, $0.line, $0.column) == expected },
            "\(findings.sorted.map(\.rendered))")
    }

    @Test("bytes that are not UTF-8 are named by their place")
    func invalidUTF8() {
        let source = SpecSource(path: "s.yaml", bytes: Array("spec: 1\nä: ".utf8) + [0xC3, 0x28])
        let findings = Findings(source)
        #expect(parse(source, findings) == nil)
        #expect(findings.sorted.map(\.code) == [.notUTF8])
        #expect(findings.sorted.first?.mark == Mark(line: 2, column: 4, offset: 11))
    }

    @Test("a nesting without end is cut off", arguments: ["[", "{a: ", "- ", "? "])
    func deepNesting(_ opening: String) {
        let source = SpecSource(path: "s.yaml", text: "a: " + String(repeating: opening, count: 20_000))
        let findings = Findings(source)
        #expect(parse(source, findings) == nil)
        #expect(findings.containsError)
    }

    @Test("a scalar of a megabyte is read or refused, and does not hang")
    func hugeScalar() {
        for count in [(1 << 20) - 10, 1 << 20] {
            let source = SpecSource(path: "s.yaml", text: "spec: " + String(repeating: "a", count: count))
            let findings = Findings(source)
            #expect(parse(source, findings) == nil)
            #expect(findings.containsError)
        }
    }
}
