import ArgumentParser

struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Plans and writes the migrations of a spec; asks no database.",
        subcommands: [
            MigrateNewCommand.self, MigratePlanCommand.self, MigrateDraftCommand.self, MigrateLintCommand.self,
            MigrateRebaseCommand.self, MigrateSquashCommand.self,
        ])
}

/// Where the spec and its migrations are.
struct MigrateOptions: ParsableArguments {
    @Option(help: "The spec.")
    var spec = "spec/users.yaml"

    @Option(help: "The folder of the migrations; beside the spec unless given.")
    var migrations: String?

    var folder: String {
        if let migrations { return migrations }
        let parts = spec.split(separator: "/", omittingEmptySubsequences: false)
        return (parts.dropLast() + ["migrations"]).joined(separator: "/")
    }
}
