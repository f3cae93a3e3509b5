import NIOCore
import NIOHTTP1
import Testing

@testable import Runtime

@Suite("Conditions, queries and problems")
struct FieldTests {
    @Test(
        "a condition matches the tags that it lists, strong or weak, and nothing when it is malformed",
        arguments: [
            ("\"a\"", true), ("W/\"a\"", true), ("\"b\", \"a\"", true), (" , \"a\" ,", true), ("*", true),
            (" * ", true), ("\"b\"", false), ("a", false), ("\"a", false), ("\"a\" \"b\"", false), ("*, \"a\"", false),
            ("", false), ("w/\"a\"", false), ("\"a\"x", false), ("\"A\"", false),
        ])
    func conditions(text: String, matches: Bool) {
        #expect(ETagCondition(text).matches("\"a\"") == matches)
        #expect(ETagCondition("If-Match", in: ["if-match": text])?.matches("\"a\"") == matches)
    }

    @Test("no field is no condition, and several fields are one list")
    func conditionFields() {
        #expect(ETagCondition("If-Match", in: [:]) == nil)
        let headers = HTTPHeaders([("If-Match", "\"b\""), ("if-match", "\"a\"")])
        #expect(ETagCondition("If-Match", in: headers)?.matches("\"a\"") == true)
    }

    @Test("a query is pairs in order, decoded, duplicates kept")
    func query() throws {
        let items = try QueryItems("a=1&b=%C3%A9+x&a=2&c&&d=e=f&=").items
        #expect(items.map(\.name) == ["a", "b", "a", "c", "d", ""])
        #expect(items.map(\.value) == ["1", "é x", "2", "", "e=f", ""])
        #expect(try QueryItems(nil).items.isEmpty)
    }

    @Test("what cannot be decoded, or is too much, is refused", arguments: ["a=%", "a=%4", "a=%zz", "%ff=1", "a=%C3"])
    func badQuery(text: String) {
        #expect(throws: Problem.self) { try QueryItems(text[...]) }
        #expect(throws: Problem.self) { try QueryItems(String(repeating: "a&", count: 65)[...]) }
    }

    @Test("a problem is spelled whole, with escapes")
    func problem() {
        let issue = Runtime.Issue(pointer: "/a\"\u{1}", code: "too_long", message: "é\\\n", limit: 100)
        let body = Problem.validation([issue]).response(requestID: "id").body.map { String(buffer: $0) }
        #expect(
            body
                == #"{"type":"/problems/validation_failed","code":"validation_failed","title":"The body breaks rules.","#
                + #""status":422,"trace_id":"id","errors":[{"pointer":"/a\"\u0001","code":"too_long","#
                + #""message":"é\\\u000a","limit":100}]}"#)
    }

    @Test("dates are spelled as RFC 9110 has them", arguments: [(784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT")])
    func date(seconds: Int, text: String) {
        #expect(HTTPDate.text(secondsSince1970: seconds) == text)
    }
}
