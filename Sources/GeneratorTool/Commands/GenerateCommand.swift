import ArgumentParser
import Generator

/// What the build plugin calls. On any error the outputs of the run before stay as they are.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Generates the API from a spec.",
        discussion: """
            Writes what differs from what is there. Exits with 1 when the spec has errors, with 66 when it cannot be read, \
            and with 73 when the files cannot be written; then none of them has changed.
            """)

    @Argument(help: "The spec; - reads it from the standard input.")
    var spec: String

    @Option(help: "The package's folder; findings show the spec's path from there.")
    var package: String

    @Option(help: "The folder that the files go to.")
    var output: String

    @Option(help: "The folder of the migrations, whose checksums are verified; none for a spec without migrations.")
    var migrations: String?

    @Flag(help: "Also binds what is written by hand in the module of the API.")
    var witness = false

    @Option(help: "Only binds what is written by hand for the API that is this module.")
    var witnessFor: String?

    @Option(parsing: .upToNextOption, help: "The files of what is written by hand.")
    var handWork: [String] = []

    func run() throws {
        let source = try SpecFile(path: spec, package: package).source()
        let written = try handWork.map { try SpecFile(path: $0, package: package).source() }
        let committed = try migrations.map { try MigrationFolder(path: $0, package: package).committedOrExit() }
        let outcome = Pipeline.generate(
            source, parts, handWork: written,
            committed: committed ?? CommittedMigrations(), isFrozen: ToolEnvironment.isFrozen)
        var standardError = StandardError()
        for diagnostic in outcome.diagnostics { print(diagnostic.rendered, to: &standardError) }
        guard !outcome.isRejected else { throw ExitCode(1) }
        do {
            try OutputFolder(path: output).replace(with: outcome.files)
        } catch {
            throw ToolFailure(error, .cannotCreate)
        }
    }

    private var parts: Pipeline.Parts {
        if let witnessFor { return .witness(of: witnessFor) }
        return witness ? .apiWithWitness : .api
    }
}
