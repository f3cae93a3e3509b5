import ArgumentParser
import DevServices
import Foundation
import Generated
import Runtime

struct DevCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dev", abstract: "Starts all that a developer needs, and serves until Ctrl-C.",
        discussion: """
            Uses DATABASE_URL and REDIS_URL where they are set; else starts a private Postgres and a private Redis under \
            .roster/ and fills the database with demo users. A database of yours may serve others, too: it gets the committed migrations \
            up to their contract steps, and neither edits of the spec nor demo users.

            The private database follows the spec: after an edit, or on another git branch, it is brought from what it is \
            to what the spec wants. What loses nothing is done and printed; where values would be lost, it stops and says \
            the command that goes on.
            """)

    @OptionGroup var address: AddressOptions

    @Option(help: "How many demo users an empty private database gets.")
    var users = 1000

    @Option(help: "The fingerprint of values in the private database that may be lost.")
    var accept: String?

    @Flag(help: "Leave what the spec doesn't have in the private database, as for another git branch.")
    var keep = false

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
            let migrations = try await prepare(services, project)
            var settings = try ServerSettings.load(
                environment, project, base: .development, databaseURL: services.databaseURL,
                redisURL: services.redisURL)
            address.apply(to: &settings)
            settings.swaggerUI = settings.swaggerUI ?? project.swaggerUI
            let serving = settings
            try await Serving.serve(settings, on: migrations) { port in
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

    /// - Returns: what the database is to be at for the server; `nil` for what the build stores.
    private func prepare(_ services: DevelopmentServices, _ project: ProjectFolder) async throws -> MigrationSet? {
        guard services.postgres != nil else {
            try await bring(services.databaseURL)
            return nil
        }
        try await Serving.withScripts(services.databaseURL) { try await $0(DemoIdentity.sql) }
        let migrations = try await migrate(services, project)
        try await Serving.withScripts(services.databaseURL) { try await $0(DemoData.scriptWhenEmpty(users: users)) }
        return migrations
    }

    /// A database of the developer's own. Others may use it, so nothing that is in no commit happens to it, and nothing is
    /// taken away.
    private func bring(_ url: String) async throws {
        let set = Generated.migrations
        guard set.committed.isEmpty || set.isComplete else {
            throw CommandError(
                """
                The spec is ahead of its migrations, and DATABASE_URL names a database of yours, which edits of the spec \
                don't change.
                To migrate it:                        rosterc migrate new NAME, and start again
                To go on with a private one instead:  unset DATABASE_URL
                """)
        }
        let report = try await Serving.prepareDatabase(url, .init())
        for step in report.done { print("  migrated: \(step)") }
        guard let waiting = report.waiting else { return }
        print(
            "  Contract steps of \(waiting) wait. When no server of the former contract runs: roster migrate up --contract"
        )
    }

    private func migrate(_ services: DevelopmentServices, _ project: ProjectFolder) async throws -> MigrationSet? {
        let set = Generated.migrations
        guard let checkout = project.checkout, !set.committed.isEmpty, let planner = SpecPlanner(checkout: checkout)
        else {
            try await Serving.prepareDatabase(services.databaseURL)
            return nil
        }
        return try await Serving.withMigrations(services.databaseURL) { _, runner in
            try await DevelopmentMigration(
                runner: runner, set: set, planner: planner, file: DraftFile(path: project.draft),
                options: .init(accepted: accept, keeps: keep), tell: { print("  migrated: \($0)") }
            ).run()
        }
    }
}
