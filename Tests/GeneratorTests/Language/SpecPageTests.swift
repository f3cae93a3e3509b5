import Foundation
import Testing

@testable import Generator

/// `docs/spec.md`: its tables are those of the language, and its examples are good specs.
@Suite("The page of the spec language")
struct SpecPageTests {
    static let file = Fixture.shippedSpec.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/spec.md")

    private static func page() throws -> String { try String(contentsOf: file, encoding: .utf8) }

    /// The lines of each example.
    private static func examples() throws -> [[Substring]] {
        try page().components(separatedBy: "```yaml\n").dropFirst().map { block in
            block.components(separatedBy: "```\n")[0].split(separator: "\n", omittingEmptySubsequences: false)
        }
    }

    @Test("its tables are printed from those that specs are read with")
    func tables() throws {
        var lines: [Substring] = []
        var isTable = false
        for line in try Self.page().split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "<!-- end -->" { isTable = false }
            if !isTable { lines.append(line) }
            guard line.hasPrefix("<!-- t"), line.hasSuffix(" -->") else { continue }
            isTable = true
            lines.append(try Self.table(line)[...])
        }
        try Fixture.expect(lines.joined(separator: "\n"), in: Self.file)
    }

    private static func table(_ line: Substring) throws -> String {
        if line == "<!-- types -->" { return "\n" + KeysTable.ofTypes() }
        if line == "<!-- the words that are planned -->" { return "\n" + KeysTable.ofPlanned() }
        let name = line.dropFirst("<!-- table: ".count).dropLast(" -->".count)
        let maps = LanguageMap.all + LanguageMap.planned
        return "\n" + KeysTable.of(try #require(maps.first { $0.name == name }, "\(name)"))
    }

    @Test("it has a table for every map of the language")
    func complete() throws {
        let page = try Self.page()
        for map in LanguageMap.all + LanguageMap.planned {
            #expect(page.contains("<!-- table: \(map.name) -->"), "\(map.name)")
        }
    }

    @Test("every example is generated without a finding, in its place")
    func examplesAreGood() throws {
        let specs = try Self.specs()
        #expect(specs.count >= 25)
        for spec in specs {
            let outcome = Pipeline.generate(SpecSource(path: "docs/spec.md", text: spec))
            #expect(outcome.diagnostics.map(\.rendered) == [])
            #expect(outcome.files.map(\.name) == GeneratedFile.names)
        }
    }

    /// Each example as a whole spec.
    static func specs() throws -> [String] {
        let examples = try Self.examples()
        let base = try #require(examples.first)
        return try examples.map { try Self.whole($0, in: base) }
    }

    /// `# in fields` as the first line puts an example where the first one has `# fields`, indented as that is.
    private static func whole(_ example: [Substring], in base: [Substring]) throws -> String {
        let head = try #require(example.first)
        guard head.hasPrefix("# in ") else { return example.joined(separator: "\n") + "\n" }
        let mark = "# " + head.dropFirst("# in ".count)
        let place = try #require(base.firstIndex { $0.drop { $0 == " " } == mark }, "\(head)")
        let indent = String(base[place].prefix { $0 == " " })
        let piece = example.dropFirst().map { $0.isEmpty ? "" : indent + $0 }
        return (base[..<place].map(String.init) + piece + base[(place + 1)...].map(String.init))
            .joined(separator: "\n") + "\n"
    }
}
