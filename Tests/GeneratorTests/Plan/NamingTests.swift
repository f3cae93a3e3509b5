import Testing

@testable import Generator

@Suite("Names in Swift")
struct NamingTests {
    @Test(
        "join the words of a name, whatever underscores stand around them",
        arguments: [
            ("display_name", "displayName", "DisplayName"), ("a", "a", "A"), ("line_2_of_b", "line2OfB", "Line2OfB"),
            ("a__b", "aB", "AB"), ("_a_b_", "aB", "AB"), ("URL_of", "URLOf", "URLOf"), ("a_é", "aé", "Aé"),
        ])
    func words(name: String, member: String, type: String) {
        #expect(Naming.member(name) == member)
        #expect(Naming.type(name) == type)
    }

    @Test("are the name itself where it has no words")
    func noWords() {
        #expect(Naming.member("__") == "__")
        #expect(Naming.type("__").isEmpty)
    }
}
