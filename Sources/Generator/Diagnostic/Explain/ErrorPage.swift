/// What there is to say about one code, as a page of Markdown: what it is, why, an example with all that is said about it,
/// and what to write instead.
package struct ErrorPage {
    package let code: DiagnosticCode

    package init(_ code: DiagnosticCode) { self.code = code }

    /// `SPEC200.md`
    package var name: String { "\(code).md" }

    package var text: String {
        let head = "# \(code): \(code.title)\n\n\(code.explanation)\n"
        return code.example.map { head + Self.section(of: $0) } ?? head
    }

    /// The example as it is on the page. Its findings are those of a check that is run now.
    private static func section(of example: ExampleSpec) -> String {
        let source = SpecSource(path: "spec/users.yaml", text: example.wrong)
        let findings = Pipeline.accept(source).diagnostics.map { $0.rendered + "\n" }.joined()
        let changes = LineChanges(from: example.wrong, to: example.right).text
        return """

            ## Example

            \(fenced("yaml", example.wrong))
            `rosterc check` says:

            \(fenced("text", findings))
            ## Instead

            \(fenced("diff", changes))
            """
    }

    private static func fenced(_ language: String, _ text: String) -> String {
        "```\(language)\n\(text)```\n"
    }
}

/// The lines in which two texts differ, those that are alike at both ends left out.
struct LineChanges {
    let text: String

    init(from old: String, to new: String) {
        var (old, new) = (Self.lines(old)[...], Self.lines(new)[...])
        while let first = old.first, first == new.first { (old, new) = (old.dropFirst(), new.dropFirst()) }
        while let last = old.last, last == new.last { (old, new) = (old.dropLast(), new.dropLast()) }
        text = (old.map { "-\($0)\n" } + new.map { "+\($0)\n" }).joined()
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n")
    }
}
