import Testing

@testable import Generator

@Suite("Literals of Swift")
struct SwiftLiteralTests {
    @Test(
        "have more number signs than follow quotes or a backslash in the text",
        arguments: [
            ("", 1), ("#", 1), ("a##", 1), (##""#"##, 1), (##"""#"##, 1), (##""""#"##, 2), (###""""##"###, 3),
            (##"""""#"##, 2), (##"\#"##, 2), (###"\##"###, 3), (###"x"""# and """##"###, 3), (###"""""## # \#"###, 3),
            (##""#""#""##, 1), (##"#\"##, 1),
        ])
    func delimiters(text: String, count: Int) {
        let signs = String(repeating: "#", count: count)
        #expect(SwiftLiteral.raw(text) == "\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)")
    }

    @Test("of one line have more of them than follow a quote", arguments: [("a", 1), (##""#"##, 2), (###""##"###, 3)])
    func lineDelimiters(text: String, count: Int) {
        let signs = String(repeating: "#", count: count)
        #expect(SwiftLiteral.rawLine(text) == "\(signs)\"\(text)\"\(signs)")
    }
}
