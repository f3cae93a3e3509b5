import Testing

@testable import Runtime

@Suite("JSON pointer")
struct JSONPointerTests {
    @Test("escapes as RFC 6901 says")
    func escaping() {
        #expect(JSONPointer().description == "")
        #expect(JSONPointer([.name("a/b"), .name("m~n"), .index(3), .name("")]).description == "/a~1b/m~0n/3/")
        #expect(JSONPointer([.name("~1")]).description == "/~01")
    }

    @Test("cuts a name that is too long")
    func long() {
        let pointer = JSONPointer([.name(String(repeating: "é", count: 1_000))])
        #expect(pointer.description == "/" + String(repeating: "é", count: 128) + "…")
    }
}
