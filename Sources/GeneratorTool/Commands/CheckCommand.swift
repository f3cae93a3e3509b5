import ArgumentParser
import Generator

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what is wrong with a spec, and where.",
        discussion: """
            Exits with 0 when there are no errors (warnings are allowed), with 1 when there are, and with 66 when the spec \
            cannot be read.
            """)

    @Argument(help: "The spec; - reads it from the standard input.")
    var path = "spec/users.yaml"

    @Option(help: "The package's folder; findings show the spec's path from there. The working folder unless given.")
    var package: String?

    func run() throws {
        let source = try SpecFile(path: path, package: package).source()
        let diagnostics = Pipeline.accept(source).diagnostics
        for diagnostic in diagnostics { print(diagnostic.rendered) }
        guard !diagnostics.contains(where: { $0.severity == .error }) else { throw ExitCode(1) }
        if diagnostics.isEmpty { print("\(source.path): no problems") }
    }
}
