import ArgumentParser
import Generator

struct MigrateRebaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebase",
        abstract: "After a merge of two branches: plans the second's migration anew on the first's.",
        discussion: """
            Keeps the lines of migrations.lock that fit together, from the top; takes the others away, with their folders, \
            and writes one migration from there to the merged spec.
            """)

    @OptionGroup var options: MigrateOptions

    func run() throws {
        let planned = try PlannedSpec(options)
        let (lock, rest) = MigrationLock.salvage(planned.folder.lockText ?? "")
        guard !rest.isEmpty || planned.folder.lockText?.contains("<<<<<<<") == true else {
            return print("The migrations are in one line: nothing to do.")
        }
        let last = try planned.reporting { () throws(MigrationFault) in try planned.last(in: lock) }
        // Planned before anything is taken away.
        let files = try planned.next(after: last, name: rest.last?.name ?? "merged")
        do throws(FileError) {
            for entry in rest { planned.folder.remove(entry) }
            try planned.folder.write(lock)
            if let files { try planned.folder.write(files, after: lock) }
        } catch {
            throw ToolFailure(error, .cannotCreate)
        }
        for entry in rest { print("Taken away: \(entry.id)") }
        if let files {
            print(PlanWords.text(files.plan))
            print("Written: \(planned.folder.shown(files.entry.id)), on top of \(last?.entry.id ?? "nothing").")
        }
    }
}
