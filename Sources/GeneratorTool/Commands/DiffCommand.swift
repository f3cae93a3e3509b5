import ArgumentParser
import Generator

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says what clients of the API meet when a spec takes the place of another.",
        discussion: """
            Each spec is a file, REVISION:PATH as git names it, or a revision alone: rosterc diff HEAD~1.

            Exits with 0 when nothing is breaking or dangerous, with 1 when something is, with 65 when one of the specs \
            has errors, and with 66 when one cannot be read. --allow dangerous fails for what is breaking alone, --allow \
            breaking for nothing. docs/diff.md lists the rules.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    enum Allowed: String, CaseIterable, ExpressibleByArgument {
        case fine, dangerous, breaking
    }

    @Argument(help: "The spec that clients know.")
    var old: String

    @Argument(help: "The spec that takes its place.")
    var new = "spec/users.yaml"

    @Option(help: "How to say it: text, json.")
    var format = Format.text

    @Option(help: "The worst that is no failure: fine, dangerous, breaking.")
    var allow = Allowed.fine

    func run() throws {
        let before = try accepted(old, file: Self.file(beside: new))
        let after = try accepted(new, file: Self.file(beside: old))
        let report = ChangeReport(SpecComparison(before, after).changes)
        print(format == .json ? report.json : report.text, terminator: "")
        let isFailure =
            switch allow {
            case .fine: report.count(.breaking) + report.count(.dangerous) > 0
            case .dangerous: report.count(.breaking) > 0
            case .breaking: false
            }
        if isFailure { throw ExitCode(1) }
    }

    /// What a revision alone means beside `other`: the same file, where git can know it by that name.
    private static func file(beside other: String) -> String {
        File.isFile(other) && !other.hasPrefix("/") ? other : "spec/users.yaml"
    }

    private func accepted(_ name: String, file: String) throws -> (spec: Spec, path: String) {
        let source = try SpecVersion(name: name, file: file).source()
        let (spec, diagnostics) = Pipeline.accept(source)
        guard let spec else {
            var standardError = StandardError()
            for diagnostic in diagnostics { print(diagnostic.rendered, to: &standardError) }
            throw ToolFailure("\(source.path) has errors: they are not compared", .wrongData)
        }
        return (spec, source.path)
    }
}
