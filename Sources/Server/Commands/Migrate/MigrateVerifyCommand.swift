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
            that may refuse or change what the API writes is noted. Exits with 1 when something differs, notes aside. JSON: \
            {"drift": [{"level", "kind", "table", "name", "wanted", "found"}]}; what is missing has no "found", and what \
            should not be there no "wanted".
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "How to print it.")
    var format = Format.text

    func run() async throws {
        let url = try Environment().require("DATABASE_URL", for: "migrate verify")
        let drift = try await Serving.withMigrations(url) { _, runner in
            try await runner.verify(Generated.migrations)
        }
        print(try Self.text(drift, format))
        guard !drift.contains(where: { $0.level == .error }) else { throw ExitCode(1) }
    }

    static func text(_ drift: [Drift], _ format: Format) throws -> String {
        switch format {
        case .text:
            let isClean = !drift.contains { $0.level == .error }
            return (drift.map(\.words) + (isClean ? ["The database is as its migrations have made it."] : []))
                .joined(separator: "\n")
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(["drift": drift]), as: UTF8.self)
        }
    }
}
