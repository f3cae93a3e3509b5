import ArgumentParser
import Generator

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what is wrong with a spec, and where.",
        discussion: "Exits with 0 when there are no errors (warnings are allowed), else with 1.")

    @Argument(help: "The spec.")
    var path = "spec/users.yaml"

    func run() throws {
        let source = SpecSource(path: path, bytes: try File.read(path, atMost: File.specLimit))
        let diagnostics = Pipeline.accept(source).diagnostics
        for diagnostic in diagnostics { print(diagnostic.rendered) }
        guard !diagnostics.contains(where: { $0.severity == .error }) else { throw ExitCode(1) }
        if diagnostics.isEmpty { print("\(path): no problems") }
    }
}
