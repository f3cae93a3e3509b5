import ArgumentParser

struct SeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed", abstract: "Puts demo users into the database at DATABASE_URL.",
        discussion: """
            User n has the id 00000000-0000-4000-8000- and n as 12 hex digits; those that are there already stay. \
            Refuses a database that holds people who are not demo users.
            """)

    @Option(help: "How many users there are to be.")
    var users = 1000

    func validate() throws {
        guard (1...10_000_000).contains(users) else {
            throw ValidationError("--users takes a number from 1 to 10000000.")
        }
    }

    func run() async throws {
        let url = try Environment().require("DATABASE_URL", for: "seed")
        try await Serving.withScripts(url) { run in
            for script in DemoData.scripts(users: users) { try await run(script) }
        }
        print("The database has the demo users 1 to \(users).")
    }
}
