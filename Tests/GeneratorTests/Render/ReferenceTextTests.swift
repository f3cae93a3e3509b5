import Testing

@testable import Generator

@Suite("The reference's text")
struct ReferenceTextTests {
    @Test(
        "what stands between backticks is code, and whatever a spec says is escaped",
        arguments: [
            ("letters and `._-`.", "letters and <code>._-</code>."), ("`a` or `b`", "<code>a</code> or <code>b</code>"),
            ("a lone ` stays", "a lone ` stays"), ("`a` and ` more", "<code>a</code> and ` more"), ("", ""),
            ("`<b>` & <i>", "<code>&lt;b&gt;</code> &amp; &lt;i&gt;"), ("é `ü`", "é <code>ü</code>"),
        ])
    func prose(_ text: String, _ html: String) {
        #expect(HTML.prose(text) == html)
    }

    @Test("what any of the outputs' formats escapes is no plain text, and all else is", arguments: UInt8(0)..<0x80)
    func plain(_ byte: UInt8) {
        let isEscaped = byte < 0x20 || byte == 0x7F || "\"&'<>\\".utf8.contains(byte)
        #expect(PlainText.holds("é" + String(UnicodeScalar(byte)) + "z") == !isEscaped)
    }
}
