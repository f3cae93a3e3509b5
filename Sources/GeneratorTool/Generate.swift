import ArgumentParser
import Foundation
import Generator

/// What the build plugin runs: reads the spec, writes the outputs, and touches only those whose bytes change.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write the Swift files of a spec into a folder.")

    @Argument(help: "The spec.")
    var spec: String

    @Option(help: "The package's folder: findings show paths relative to it.")
    var package: String

    @Option(help: "The folder to write into.")
    var output: String

    func run() throws {
        let source = try SpecFile(path: spec, package: package).read()
        let outcome = Pipeline.generate(source)
        for finding in outcome.findings { FileHandle.standardError.write(Data((finding.rendered + "\n").utf8)) }
        // A refused spec leaves the old outputs as they are.
        guard !outcome.files.isEmpty else { throw ExitCode.failure }
        try OutputFolder(path: output).write(outcome.files)
    }
}
