import ArgumentParser

@main
struct RosterC: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rosterc",
        abstract: "The compiler for Roster specs.",
        subcommands: [
            CheckCommand.self, DiffCommand.self, EmitCommand.self, ExplainCommand.self, GenerateCommand.self,
            MigrateCommand.self, SchemaCommand.self,
        ])

    /// As `ParsableCommand` does it, and with the exit codes of `ToolFailure`.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as ToolFailure {
            var standardError = StandardError()
            print("error: \(failure)", to: &standardError)
            exit(withError: ExitCode(failure.code.rawValue))
        } catch {
            exit(withError: error)
        }
    }
}
