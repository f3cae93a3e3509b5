import Foundation
import Testing

@testable import Generator

@Suite("What clients meet when a spec takes the place of another")
struct ComparisonTests {
    private static let folder = Fixture.folder.appending(path: "Diff")
    static let cases = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []

    private static func spec(_ name: String, of change: String) throws -> (spec: Spec, path: String) {
        let file = folder.appending(path: "\(change)/\(name).yaml")
        let source = SpecSource(path: "\(name).yaml", bytes: Array(try Data(contentsOf: file)))
        let (spec, diagnostics) = Pipeline.accept(source)
        return (try #require(spec, "\(change): \(diagnostics.map(\.rendered))"), source.path)
    }

    private static func report(_ change: String) throws -> ChangeReport {
        ChangeReport(SpecComparison(try spec("old", of: change), try spec("new", of: change)).changes)
    }

    /// Reasons and remedies are those of the table, and not repeated in each expectation.
    private static func short(_ report: ChangeReport) -> String {
        report.changes.map {
            "\($0.rule.severity.word) \($0.rule) \($0.rule.name) \($0.old) \($0.new): \($0.message)\n"
        }.joined()
    }

    @Test("each change of the corpus gives exactly the findings that are expected", arguments: cases)
    func corpus(_ change: String) throws {
        let found = Self.short(try Self.report(change))
        try Fixture.expect(found, in: Self.folder.appending(path: "\(change)/expected"))
    }

    @Test("a spec does not differ from itself", arguments: cases)
    func itself(_ change: String) throws {
        let spec = try Self.spec("new", of: change)
        #expect(SpecComparison(spec, spec).changes == [])
    }

    @Test("the corpus has a change for every rule")
    func allRules() throws {
        let found = try Set(Self.cases.flatMap { try Self.report($0).changes.map(\.rule) })
        // Found when the language has the word for it.
        let later: Set<CompareRule> = [.keyChanged]
        #expect(CompareRule.allCases.filter { !found.contains($0) && !later.contains($0) } == [])
    }

    @Test("a change that breaks is breaking backwards or else harmless, and never silent", arguments: cases)
    func backwards(_ change: String) throws {
        let forth = try Self.report(change)
        let back = ChangeReport(
            SpecComparison(try Self.spec("new", of: change), try Self.spec("old", of: change)).changes)
        #expect(forth.changes.isEmpty == back.changes.isEmpty)
    }

    @Test("what breaks comes first, and text and JSON say the same changes")
    func order() throws {
        let report = try Self.report("several-at-once")
        let severities = report.changes.map(\.rule.severity.rawValue)
        #expect(severities == severities.sorted())
        #expect(report.changes.map(\.rule).contains(.versionNotRaised))
        for change in report.changes {
            #expect(
                report.text.contains("\(change.message) [\(change.rule) \(change.rule.name)]\n  old: \(change.old)\n"))
            #expect(report.json.contains("\"message\": \(JSONLiteral.quoted(change.message))"))
        }
        #expect(report.text.hasSuffix("3 breaking, 1 dangerous, 1 fine\n"))
    }

    @Test("rules have numbers of their hundred, names of their own, and a page that is made from them")
    func page() throws {
        #expect(Set(CompareRule.allCases.map(\.name)).count == CompareRule.allCases.count)
        for rule in CompareRule.allCases {
            #expect(CompareRule(spelled: rule.name) == rule)
            #expect(CompareRule(spelled: "\(rule)".lowercased()) == rule)
            #expect(rule.reason.hasSuffix(".") && rule.remedy.hasSuffix("."))
        }
        let file = Fixture.docs.appending(path: "diff.md")
        let page = try String(contentsOf: file, encoding: .utf8)
        let start = try #require(page.range(of: "| rule | name |")).lowerBound
        try Fixture.expect(page[..<start] + CompareRule.page, in: file)
    }
}
