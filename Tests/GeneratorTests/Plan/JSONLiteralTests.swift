import Foundation
import Testing

@testable import Generator

@Suite("JSON literals")
struct JSONLiteralTests {
    @Test("are read back as the text that they are of")
    func roundTrip() throws {
        let controls = (0..<0x20).map { "a" + String(Unicode.Scalar(UInt8($0))) + "b" }
        let texts = ["", "a", "\"", "\\", "\"a\\\"", "\u{7F}", "é\n\u{301}x", "👩‍👩‍👧\t", "a/b", "\r\n"] + controls
        for text in texts {
            let read = try JSONSerialization.jsonObject(
                with: Data(JSONLiteral.quoted(text).utf8), options: .fragmentsAllowed)
            // By scalars: to `String`, some of these are equal that are not the same.
            #expect((read as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        }
    }

    @Test("escape what must be, in the short form where there is one")
    func escapes() {
        #expect(JSONLiteral.quoted("a\"b\\c\nd\te\rf\u{1}g\u{1F}/<é>") == #""a\"b\\c\nd\te\rf\u0001g\u001f/<é>""#)
    }
}
