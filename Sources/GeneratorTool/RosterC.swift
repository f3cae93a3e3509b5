import ArgumentParser

@main
struct RosterC: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rosterc",
        abstract: "The compiler for Roster specs.",
        subcommands: [CheckCommand.self, ExplainCommand.self, GenerateCommand.self])
}
