import ArgumentParser
import Generator

/// Makes one file from a spec for use outside of this build.
struct EmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emit",
        abstract: "Makes a client, or the OpenAPI document, from a spec.",
        discussion: """
            Exits with 1 when the spec has errors, with 66 when it cannot be read, and with 73 when the file cannot be \
            written.
            """)

    enum Target: String, CaseIterable, ExpressibleByArgument {
        case typescript, openapi
    }

    @Argument(help: "What to make: \(Target.allCases.map(\.rawValue).joined(separator: ", ")).")
    var target: Target

    @Argument(help: "The spec; - reads it from the standard input.")
    var spec = "spec/users.yaml"

    @Option(help: "The file to write; - is the standard output.")
    var output = "-"

    func run() throws {
        let (accepted, diagnostics) = Pipeline.accept(try SpecFile(path: spec, package: nil).source())
        var standardError = StandardError()
        for diagnostic in diagnostics { print(diagnostic.rendered, to: &standardError) }
        guard let accepted else { throw ExitCode(1) }
        try write(text(Contract(accepted)))
    }

    private func text(_ contract: Contract) -> String {
        switch target {
        case .typescript: TypeScriptClient.render(contract)
        case .openapi: OpenAPIDocument.render(contract) + "\n"
        }
    }

    private func write(_ text: String) throws {
        guard output != "-" else { return print(text, terminator: "") }
        let temporary = output + ".new"
        do {
            try File.write(Array(text.utf8), to: temporary)
            try File.rename(temporary, to: output)
        } catch {
            File.remove(temporary)
            throw ToolFailure(error, .cannotCreate)
        }
    }
}
