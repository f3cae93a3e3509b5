import ArgumentParser
import Foundation
import Generated
import Runtime

struct MigrateVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compares the database with what its migrations have made, and changes nothing.",
        discussion: """
            Looks at what Roster owns, in Postgres's own spelling. What others have added is theirs: a rule or a trigger \
            that may refuse or change what the API writes is noted. Of a migration that is under way, as between \
            `roster migrate up` and `up --contract`, what its steps have made so far is compared; what the others are to \
            change is told as waiting. That it is there is looked at, not how it is until then.

            Exits with 0 when the database is at the end of its migrations and as they have made it, with 1 when something \
            differs, and with \(unfinished) when nothing does and a migration is under way. JSON: \
            {"drift": [{"level", "kind", "table", "name", "wanted", "found"}], "unfinished": {"migration", "steps"}}; what \
            is missing has no "found", what should not be there no "wanted", and a migration that is ended no "unfinished".
            """)

    /// The exit status when a migration is under way.
    static let unfinished: Int32 = 3

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "How to print it.")
    var format = Format.text

    func run() async throws {
        let url = try Environment().require("DATABASE_URL", for: "migrate verify")
        let verification = try await Serving.withMigrations(url) { _, runner in
            try await runner.verify(Generated.migrations)
        }
        print(try Self.text(verification, format))
        guard verification.isClean else { throw ExitCode(1) }
        guard verification.unfinished == nil else { throw ExitCode(Self.unfinished) }
    }

    static func text(_ verification: Verification, _ format: Format) throws -> String {
        switch format {
        case .text:
            return (verification.drift.map(\.words) + ending(verification)).joined(separator: "\n")
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(verification), as: UTF8.self)
        }
    }

    private static func ending(_ verification: Verification) -> [String] {
        guard let unfinished = verification.unfinished else {
            return verification.isClean ? ["The database is as its migrations have made it."] : []
        }
        return (verification.isClean ? ["The database is as the steps so far have made it."] : [])
            + ["\(unfinished.migration) is under way; \(waiting(unfinished.steps.count)):"]
            + unfinished.steps.map { "  \($0)" }
    }

    private static func waiting(_ count: Int) -> String { count == 1 ? "1 step waits" : "\(count) steps wait" }
}
