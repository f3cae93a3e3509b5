import ArgumentParser
import Generated
import Runtime

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Brings the database at DATABASE_URL to what the spec says.",
        subcommands: [
            MigrateUpCommand.self, MigrateStatusCommand.self, MigrateDownCommand.self, MigrateVerifyCommand.self,
        ], defaultSubcommand: MigrateUpCommand.self)
}

struct MigrateUpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "up", abstract: "Runs the migrations that the database lacks.",
        discussion: """
            Where it is stopped, by whatever, the next run goes on. Steps that take away what servers of the former \
            contract need wait for --contract.
            """)

    @Flag(help: "Also take away what only servers of former contracts need: when none of them runs any more.")
    var contract = false

    @Option(help: "The fingerprint of a plan that loses values, which says that they may be lost.")
    var accept: String?

    @Flag(help: "Take it away though servers that need it are connected, as where a pooler keeps their connections.")
    var ignoreServers = false

    func run() async throws {
        let set = Generated.migrations
        let url = try Environment().require("DATABASE_URL", for: "migrate")
        guard set.committed.isEmpty || set.isComplete else {
            throw CommandError(
                "The spec of this build is ahead of its migrations. Write the missing one: rosterc migrate new NAME")
        }
        let report = try await Serving.prepareDatabase(
            url, .init(contracts: contract, accepted: accept, sparesServers: !ignoreServers))
        for step in report.done { print(step) }
        if let waiting = report.waiting {
            print(
                "Contract steps of \(waiting) wait. When no server of the former contract runs: roster migrate up --contract"
            )
        }
        print(
            report.isAhead
                ? "A later build has migrated the database, and has taken nothing away from this one."
                : "The database is up to date.")
    }
}

struct MigrateDownCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "down", abstract: "Takes the newest migration back, for the build before it.",
        discussion: """
            Runs in the build that has the migration, while no server of it is connected. Where it is stopped, the next \
            run goes on; until it is ended no server of this build serves. A migration whose contract steps wait needs no \
            way back: servers of the contract before it work.
            """)

    @Option(help: "The fingerprint of a way back that loses values, which says that they may be lost.")
    var accept: String?

    @Flag(help: "Take it back though servers that need it are connected, as where a pooler keeps their connections.")
    var ignoreServers = false

    func run() async throws {
        let url = try Environment().require("DATABASE_URL", for: "migrate down")
        let (accepted, spares) = (accept, !ignoreServers)
        let report = try await Serving.withMigrations(url) { _, runner in
            try await runner.down(
                Generated.migrations, .init(contracts: true, accepted: accepted, sparesServers: spares))
        }
        for step in report.done { print(step) }
        for migration in report.applied { print("Done: \(migration).") }
    }
}

struct MigrateStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Shows which migrations the database has, and which it lacks.",
        discussion: "Exits with 1 when it lacks some.")

    func run() async throws {
        let set = Generated.migrations
        let url = try Environment().require("DATABASE_URL", for: "migrate status")
        let history = try await Serving.withMigrations(url) { _, runner in try await runner.history() }
        for state in history.reversed() {
            let note =
                state.takingBack.map { "  \($0) is being taken back" }
                ?? (state.isContracted ? "" : "  contract steps wait")
            print(
                "\(state.migration ?? "whole script")  \(state.appliedAt)\(state.appliedBy.map { " by \($0)" } ?? "")\(note)"
            )
        }
        if history.first?.takingBack != nil {
            print("Run: roster migrate down")
            throw ExitCode(1)
        }
        let state = history.first { $0.schema != nil }?.schema
        if state == set.schema { return print("The database has what this build stores.") }
        let standing = try await Serving.withMigrations(url) { _, runner in try await runner.standing(set) }
        if standing == .ahead {
            return print("A later build has migrated the database, and has taken nothing away from this one.")
        }
        let place = set.committed.lastIndex { $0.to == state }.map { $0 + 1 } ?? 0
        let isKnown = place > 0 || state == nil
        for migration in isKnown ? Array(set.committed[place...]) : [] { print("\(migration.id)  missing") }
        print(isKnown ? "Run: roster migrate up" : "No migration of this build begins where the database is.")
        throw ExitCode(1)
    }
}
