import ArgumentParser

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Brings the database at DATABASE_URL to what the spec says.")

    func run() async throws {
        try await Serving.prepareDatabase(Environment().require("DATABASE_URL", for: "migrate"))
        print("The database is up to date.")
    }
}
