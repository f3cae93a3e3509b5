import Foundation
import SpecCheckout
import TestSupport
import Testing

@testable import Generator

@Suite("The OpenAPI document")
struct OpenAPIDocumentTests {
    @Test("names of operations differ where paths do, underscores and braces or not")
    func names() {
        let segments = [
            "a", "b", "by", "{b}", "a_b", "by_b", "_", "_a", "a_", "__", "_by", "by_", "b_by", "{by_b}", "{a_b}",
        ]
        let pairs = segments.flatMap { first in segments.map { "/\(first)/\($0)" } }
        let patterns = segments.map { "/\($0)" } + pairs + pairs.flatMap { pair in segments.map { "\(pair)/\($0)" } }
        let names = patterns.map { OperationName.of("GET", $0) }
        let repeated = Dictionary(grouping: zip(names, patterns), by: \.0).filter { $0.value.count > 1 }
        #expect(repeated.isEmpty, "\(repeated.values.prefix(3))")
        #expect(OperationName.of("GET", "/a/by/b") != OperationName.of("GET", "/a/{b}"))
        #expect(OperationName.of("PATCH", "/api/users/{id}") == "patch_api_users_by_id")
    }

    @Test("is valid OpenAPI 3.1 with examples that keep its schemas, for every spec of the tests")
    func valid() throws {
        let scratch = try Scratch()
        let files = try GoldenTests.Case.allCases.map { spec in
            let accepted = Pipeline.accept(try Fixture.source(spec.spec)).spec
            let document = OpenAPIDocument(Contract(try #require(accepted))).tree.text()
            let file = scratch.folder.appending(path: "\(spec).json")
            try Data(document.utf8).write(to: file)
            return file.path
        }
        let said = try PythonTools.run("openapi-verdicts.py", files)
        #expect(said.dropLast() == [])
        #expect(said.last?.hasSuffix("passed") == true && said != ["0 passed"])
    }

    @Test("the example of a 422 has its issues, with a declared problem of that status or without")
    func validationExample() {
        let full = Contract.Problem(code: "too_odd", status: 422, title: "It is too odd.")
        for problems in [[], [full]] {
            let answer = ProblemAnswer.adding(problems, to: [.validation])[0]
            #expect(answer.codes == ["validation_failed"] + problems.map(\.code))
            #expect(answer.response.text().contains(#""code": "missing_field""#))
        }
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
