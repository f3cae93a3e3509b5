import ArgumentParser
import DevServices
import Foundation

struct DevCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dev", abstract: "Starts all that a developer needs, and serves until Ctrl-C.",
        discussion: """
            Uses DATABASE_URL and REDIS_URL where they are set; else starts a private Postgres and a private Redis under \
            .roster/ and fills the database with demo users. A database of yours gets the migrations and no demo users.
            """)

    @OptionGroup var address: AddressOptions

    @Option(help: "How many demo users an empty private database gets.")
    var users = 1000

    func validate() throws {
        guard (4...10_000).contains(users) else {
            throw ValidationError("--users takes a number from 4 to 10000; `roster seed` makes more.")
        }
    }

    func run() async throws {
        let environment = Environment()
        let project = ProjectFolder.locate(environment: environment)
        // Before anything is started: a mistake in the settings, or a port that is taken.
        var expected = try SettingsReader(environment, base: .development).settings
        address.apply(to: &expected)
        try AddressOptions.checkFree(expected)
        let services = try await DevelopmentServices.start(environment, project)
        do {
            try await prepare(services)
            var settings = try ServerSettings.load(
                environment, project, base: .development, databaseURL: services.databaseURL,
                redisURL: services.redisURL)
            address.apply(to: &settings)
            settings.swaggerUI = settings.swaggerUI ?? project.swaggerUI
            let serving = settings
            try await Serving.serve(settings) { port in
                let welcome = Welcome(settings: serving, port: port, services: services)
                print(try await welcome.text())
                // Into a file or a pipe it would come when the server has stopped.
                fflush(nil)
            }
        } catch {
            await services.stop()
            throw error
        }
        await services.stop()
        print("Stopped. The data is kept in .roster/ for the next start.")
    }

    private func prepare(_ services: DevelopmentServices) async throws {
        guard services.postgres != nil else {
            try await Serving.prepareDatabase(services.databaseURL)
            return
        }
        try await Serving.withScripts(services.databaseURL) { try await $0(DemoIdentity.sql) }
        try await Serving.prepareDatabase(services.databaseURL)
        try await Serving.withScripts(services.databaseURL) { try await $0(DemoData.scriptWhenEmpty(users: users)) }
    }
}
