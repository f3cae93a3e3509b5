import ArgumentParser

@main
struct Roster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "Serves the API that spec/users.yaml describes.",
        subcommands: [
            DevCommand.self, ServeCommand.self, MigrateCommand.self, SeedCommand.self, TokenCommand.self,
            DoctorCommand.self, ServicesCommand.self,
        ])
}
