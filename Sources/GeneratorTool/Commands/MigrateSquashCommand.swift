import ArgumentParser
import Generator

struct MigrateSquashCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "squash", abstract: "Puts one migration in the place of several, up to the present spec.",
        discussion: """
            For migrations that are on no database but those of developers. A database that ran them all is where the new \
            one leads to, and runs nothing again; one that ran some of them is told so by `roster migrate up`.
            """)

    @OptionGroup var options: MigrateOptions

    @Option(name: .customLong("from"), help: "The first of those that are put together.")
    var first: String = "0001_initial"

    func run() throws {
        let planned = try PlannedSpec(options)
        let lock = try planned.reporting { () throws(MigrationFault) in try planned.folder.lock() }
        guard let place = lock.entries.firstIndex(where: { $0.id == first }) else {
            throw ValidationError("migrations.lock has no \(first)")
        }
        let kept = MigrationLock(entries: Array(lock.entries[..<place]))
        let last = try planned.reporting { () throws(MigrationFault) in try planned.last(in: kept) }
        let head = lock.entries[lock.entries.count - 1]
        guard place < lock.entries.count - 1 || head.to != planned.present.schema.hash else {
            throw ValidationError(
                "\(first) is the last migration, and leads to the spec: there is nothing to put together")
        }
        let files = try planned.next(after: last, name: lock.entries[place].name)
        do throws(FileError) {
            try planned.folder.replace(Array(lock.entries[place...]), by: files, after: kept)
        } catch {
            throw ToolFailure(error, .cannotCreate)
        }
        print("\(lock.entries.count - place) migrations are now \(files?.entry.id ?? "none").")
    }
}
