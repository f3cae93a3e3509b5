import ArgumentParser
import Generator

struct MigratePlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Shows the next migration: every statement, what it locks and what it costs.")

    @OptionGroup var options: MigrateOptions

    func run() throws {
        let planned = try PlannedSpec(options)
        let last = try planned.reporting { () throws(MigrationFault) in try planned.last(in: planned.folder.lock()) }
        guard let files = try planned.next(after: last, name: "plan") else {
            return print("The spec stores what \(last?.entry.id ?? "nothing") makes: no migration is needed.")
        }
        print(PlanWords.text(files.plan))
    }
}
