import ArgumentParser

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves on the databases at DATABASE_URL and REDIS_URL, until SIGTERM.",
        discussion: "`roster config` lists what can be set. The database is migrated by `roster migrate`, not here.")

    @OptionGroup var address: AddressOptions

    func run() async throws {
        let environment = Environment()
        var settings = try ServerSettings.load(environment, .locate(environment: environment))
        address.apply(to: &settings)
        try await Serving.serve(settings) { _ in }
    }
}
