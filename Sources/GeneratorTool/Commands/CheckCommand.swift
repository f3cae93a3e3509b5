import ArgumentParser
import Generator

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what is wrong with specs, and where.",
        discussion: """
            Exits with 0 when there are no errors (warnings are allowed), with 1 when there are, and with 66 when a spec \
            cannot be read; the others are checked all the same. docs/check.md describes the formats.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, sarif
    }

    @Argument(help: "The specs; - reads one from the standard input.")
    var paths = ["spec/users.yaml"]

    @Option(help: "How to say it: text, json, sarif.")
    var format = Format.text

    @Option(help: "The package's folder; findings show the specs' paths from there. The working folder unless given.")
    var package: String?

    func run() throws {
        var files: [CheckReport.File] = []
        var failure: ToolFailure?
        for path in paths {
            do throws(ToolFailure) {
                let source = try SpecFile(path: path, package: package).source()
                files.append(.init(path: source.path, findings: Pipeline.accept(source).diagnostics))
            } catch {
                var standardError = StandardError()
                print("error: \(error)", to: &standardError)
                failure = error
            }
        }
        let report = CheckReport(files)
        switch format {
        case .text: print(report.text, terminator: "")
        case .json: print(report.json, terminator: "")
        case .sarif: print(report.sarif, terminator: "")
        }
        if let failure { throw ExitCode(failure.code.rawValue) }
        guard !report.containsError else { throw ExitCode(1) }
    }
}
