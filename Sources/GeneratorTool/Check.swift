import ArgumentParser
import Generator

/// Says all that is wrong with a spec.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check a spec and explain what is wrong with it.")

    @Argument(help: "The spec.")
    var path = "spec/users.yaml"

    func run() throws {
        let source = try SpecFile(path: path).read()
        let outcome = Pipeline.generate(source)
        for finding in outcome.findings { print(finding.rendered) }
        guard !outcome.files.isEmpty else { throw ExitCode.failure }
        if outcome.findings.isEmpty { print("\(source.path): no problems") }
    }
}
