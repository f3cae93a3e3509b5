import ArgumentParser
import Generator

struct MigrateLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Verifies the committed migrations, and that the spec has its own.",
        discussion: "Exits with 1 when a file is missing or was edited, or when the spec is ahead.")

    @OptionGroup var options: MigrateOptions

    func run() throws {
        let planned = try PlannedSpec(options)
        let committed = try planned.reporting { () throws(MigrationFault) in
            let committed = try planned.folder.committed()
            for migration in committed.migrations { _ = try planned.folder.document(of: migration.entry) }
            return committed
        }
        guard committed.head == planned.present.schema.hash else {
            print(
                "\(planned.source.path):1:1: error: the spec is ahead of its migrations [\(DiagnosticCode.specAhead)]")
            print("help: run `rosterc migrate plan`, then `rosterc migrate new NAME`, and commit what it writes")
            throw ExitCode(1)
        }
        print("\(committed.migrations.count) migrations, and the spec stores what the last one makes.")
    }
}
