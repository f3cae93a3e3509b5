import Foundation
import SpecCheckout
import Testing

@testable import Generator

@Suite("What a check is told in")
struct CheckReportTests {
    private static let text = """
        spec: 1
        spec: 2
        näme: yes
        """

    private static func report(path: String = "spec/users.yaml") -> CheckReport {
        let source = SpecSource(path: path, text: text)
        return CheckReport([
            .init(path: path, findings: Pipeline.accept(source).diagnostics), .init(path: "good.yaml", findings: []),
        ])
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("JSON has every finding with its place, its end and its notes")
    func json() throws {
        let object = try Self.object(Self.report().json)
        #expect(object.keys.sorted() == ["errors", "files", "findings", "format", "warnings"])
        #expect(object["format"] as? Int == 1)
        #expect(object["files"] as? [String] == ["spec/users.yaml", "good.yaml"])
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(object["errors"] as? Int == findings.count)
        let twice = try #require(findings.first { $0["code"] as? String == "SPEC109" })
        #expect(
            twice.keys.sorted() == [
                "code", "column", "end_column", "end_line", "help", "line", "message", "notes", "path", "severity",
            ])
        #expect([twice["line"], twice["column"], twice["end_column"]].map { $0 as? Int } == [2, 1, 5])
        let note = try #require((twice["notes"] as? [[String: Any]])?.first)
        #expect([note["line"], note["column"], note["end_column"]].map { $0 as? Int } == [1, 1, 5])
        #expect(note["message"] as? String == "it was first written here")
    }

    @Test("SARIF names a rule for every result, and regions that are within their line")
    func sarif() throws {
        let object = try Self.object(Self.report().sarif)
        #expect(object["version"] as? String == "2.1.0")
        let run = try #require((object["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == Self.report().findings.count)
        let lines = Self.text.split(separator: "\n")
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
            let locations = try #require(result["locations"] as? [[String: [String: [String: Any]]]])
            let physical = try #require(locations.first?["physicalLocation"])
            #expect(physical["artifactLocation"]?["uri"] as? String == "spec/users.yaml")
            let region = try #require(physical["region"] as? [String: Int])
            let (line, start) = (try #require(region["startLine"]), try #require(region["startColumn"]))
            let end = try #require(region["endColumn"])
            #expect((1...lines.count).contains(line) && start >= 1 && start <= end)
            #expect(end <= lines[line - 1].unicodeScalars.count + 1)
        }
    }

    @Test(
        "paths are references",
        arguments: [
            ("spec/users.yaml", "spec/users.yaml"), ("<stdin>", "%3Cstdin%3E"), ("a b/ü.yaml", "a%20b/%C3%BC.yaml"),
            ("/tmp/s.yaml", "file:///tmp/s.yaml"),
        ])
    func references(path: String, reference: String) {
        #expect(URIPath.reference(to: path) == reference)
    }

    @Test("the tool checks several specs, and goes on after one that cannot be read")
    func several() throws {
        let scratch = try Scratch()
        try Data(ExampleSpec.people.utf8).write(to: scratch.folder.appending(path: "good.yaml"))
        try Data("spec: 1\n\tapi: 2\n".utf8).write(to: scratch.folder.appending(path: "wrong.yaml"))
        let both = try BuiltTool.run(["check", "good.yaml", "wrong.yaml"], in: scratch.folder)
        #expect(both.status == 1)
        #expect(both.output.hasPrefix("good.yaml: no problems\nwrong.yaml:2:1: error: a tab [SPEC103]\n"))
        let json = try BuiltTool.run(["check", "missing.yaml", "good.yaml", "--format", "json"], in: scratch.folder)
        #expect(json.status == 66)
        #expect(json.errors.hasPrefix("error: cannot read missing.yaml: "))
        #expect(try Self.object(json.output)["files"] as? [String] == ["good.yaml"])
        let sarif = try BuiltTool.run(
            ["check", "-", "--format", "sarif"], in: scratch.folder, input: Array("spec: 1\n".utf8))
        #expect(sarif.status == 1)
        #expect(sarif.output.contains("\"uri\": \"%3Cstdin%3E\""))
    }
}
