import ArgumentParser
import Generator

struct MigrateNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Writes the migration from the last committed state to the spec.",
        discussion: "Exits with 1 when there is no plan without a guess, and says what to write in the spec.")

    @OptionGroup var options: MigrateOptions

    @Argument(help: "What it does, in small letters: job_title.")
    var name: String?

    func validate() throws {
        guard name.map(MigrationLock.isName) ?? true else {
            throw ValidationError("a name is made of small letters, digits and `_`, 50 at most: job_title")
        }
    }

    func run() throws {
        let planned = try PlannedSpec(options)
        let committed = try planned.reporting { () throws(MigrationFault) in try planned.folder.committed() }
        let lock = MigrationLock(entries: committed.migrations.map(\.entry))
        let last = try planned.reporting { () throws(MigrationFault) in try planned.last(in: lock) }
        let standard = lock.entries.isEmpty ? "initial" : "change"
        guard let files = try planned.next(after: last, name: name ?? standard) else {
            return print("The spec stores what \(last?.entry.id ?? "nothing") makes: no migration is needed.")
        }
        do throws(FileError) {
            try planned.folder.write(files, after: lock)
        } catch {
            throw ToolFailure(error, .cannotCreate)
        }
        print(PlanWords.text(files.plan))
        print(
            "Written: \(planned.folder.shown(files.entry.id)). Read up.sql, and commit the folder and migrations.lock.")
    }
}

extension PlannedSpec {
    /// The newest migration and the state that it leads to.
    func last(
        in lock: MigrationLock
    ) throws(MigrationFault) -> (document: ContractDocument, entry: MigrationLock.Entry)? {
        guard let entry = lock.entries.last else { return nil }
        return (try folder.document(of: entry), entry)
    }
}
