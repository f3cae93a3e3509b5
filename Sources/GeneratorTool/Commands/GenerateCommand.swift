import ArgumentParser
import Generator

/// What the build plugin calls. On any error the outputs of the run before stay as they are.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Generates the API from a spec.")

    @Argument(help: "The spec.")
    var spec: String

    @Option(help: "The package's folder; findings show the spec's path from there.")
    var package: String

    @Option(help: "The folder that the files go to.")
    var output: String

    func run() throws {
        let bytes = try File.read(spec, atMost: File.specLimit)
        let outcome = Pipeline.generate(SpecSource(path: File.path(spec, from: package), bytes: bytes))
        var standardError = StandardError()
        for diagnostic in outcome.diagnostics { print(diagnostic.rendered, to: &standardError) }
        guard !outcome.isRejected else { throw ExitCode(1) }
        try OutputFolder(path: output).replace(with: outcome.files)
    }
}
