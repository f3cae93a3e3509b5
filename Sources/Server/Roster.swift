import ArgumentParser

@main
struct Roster: AsyncParsableCommand {
    /// Of this build of the server.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "Serves the API that spec/users.yaml describes.",
        version: version,
        subcommands: [
            DevCommand.self, ServeCommand.self, MigrateCommand.self, SeedCommand.self, TokenCommand.self,
            DoctorCommand.self, ServicesCommand.self,
        ])
}
