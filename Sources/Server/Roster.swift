import ArgumentParser

@main
struct Roster: AsyncParsableCommand {
    /// Of this build; shown by `--version`, `/api/meta` and `roster_build_info`.
    static let version = "0.1.0-dev"

    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "Serves the API that spec/users.yaml describes.", version: version,
        subcommands: [
            DevCommand.self, ServeCommand.self, MigrateCommand.self, SeedCommand.self, TokenCommand.self,
            DoctorCommand.self, ServicesCommand.self, ConfigCommand.self,
        ])
}
