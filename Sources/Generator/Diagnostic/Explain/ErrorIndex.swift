/// The page that leads to the others: every code with its title.
package enum ErrorIndex {
    package static let name = "README.md"

    package static var text: String {
        """
        # What findings mean

        `rosterc check` and every build say what is wrong with a spec, where, and what to write instead. The code at the end of
        a finding has a page here, which `rosterc explain SPEC200` prints too. Numbers are never given to another mistake.
        These pages are written by `rosterc explain --all --output docs/errors`.

        \(areas.map(section).joined(separator: "\n"))
        """
    }

    private static let areas: [(title: String, numbers: Range<Int>)] = [
        ("The text is not the YAML of specs", 100..<200), ("The words are not those of the language", 200..<300),
        ("The parts do not fit together", 300..<400), ("What would go wrong later", 400..<500),
        ("Migrations", 500..<600),
    ]

    private static func section(_ area: (title: String, numbers: Range<Int>)) -> String {
        let codes = DiagnosticCode.allCases.filter { area.numbers.contains($0.rawValue) }
            .sorted { $0.rawValue < $1.rawValue }
        guard !codes.isEmpty else { return "" }
        let rows = codes.map { "| [\($0)](\(ErrorPage($0).name)) | \($0.title) |\n" }.joined()
        return "## \(area.title)\n\n| | |\n|---|---|\n\(rows)"
    }
}
