import Testing

@testable import Generator

@Suite("The OpenAPI document")
struct OpenAPIDocumentTests {
    @Test("names of operations differ where paths do, underscores and braces or not")
    func names() {
        let patterns = ["/a/b", "/a_b", "/a/{b}", "/a__b", "/a/b/{c}"]
        #expect(Set(patterns.map { OperationName.of("GET", $0) }).count == patterns.count)
        #expect(OperationName.of("PATCH", "/api/users/{id}") == "patch_api_users_by_id")
    }

    @Test("an object of one plain member stands on one line, and a further one on lines of their own")
    func layout() {
        #expect(JSONTree.schema("A").text() == ##"{"$ref": "#/components/schemas/A"}"##)
        #expect(
            JSONTree.typed("string").adding("format", "date").text()
                == "{\n  \"type\": \"string\",\n  \"format\": \"date\"\n}")
    }

    @Test("the bounds of a decimal are what its digits allow")
    func decimals() {
        #expect(DecimalBound.largest(precision: 5, scale: 2) == "999.99")
        #expect(DecimalBound.largest(precision: 2, scale: 2) == "0.99")
        #expect(DecimalBound.largest(precision: 3, scale: 0) == "999")
    }

    @Test("an example keeps the rules of its type, and there is none where a pattern leaves none to be guessed")
    func examples() {
        var rules = Contract.TextRules(
            format: .line, minimum: 12, maximum: 20, pattern: nil, trim: false, lower: false, nfc: false,
            isBounded: true)
        #expect(ExampleMaker.value(.text(rules))?.text() == "\"Examplexxxxx\"")
        rules.pattern = "^a+$"
        #expect(ExampleMaker.value(.text(rules))?.text() == nil)
        #expect(ExampleMaker.value(.integer(minimum: 7, maximum: nil))?.text() == "7")
        #expect(ExampleMaker.value(.decimal(precision: 4, scale: 1, minimum: nil, maximum: "-2.5"))?.text() == "-2.5")
    }
}
