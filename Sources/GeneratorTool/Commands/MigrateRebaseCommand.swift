import ArgumentParser
import Generator

struct MigrateRebaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebase",
        abstract: "After a merge of two branches: plans the second's migration anew on the first's.",
        discussion: """
            Keeps the migrations that make one line, where two begin at one state the first whose files are there; takes \
            the others away, with their folders, and writes one migration from there to the merged spec.
            """)

    @OptionGroup var options: MigrateOptions

    func run() throws {
        let planned = try PlannedSpec(options)
        let (lock, rest) = MigrationLock.salvage(
            planned.folder.lockText ?? "", isThere: planned.folder.isThere)
        guard !rest.isEmpty || planned.folder.lockText?.contains("<<<<<<<") == true else {
            return print("The migrations are in one line: nothing to do.")
        }
        // What stays must be whole, or the next command finds it.
        let last = try planned.reporting { () throws(MigrationFault) in
            _ = try planned.folder.committed(in: lock)
            return try planned.last(in: lock)
        }
        // Planned before anything is taken away.
        let files = try planned.next(after: last, name: rest.last?.name ?? "merged")
        do throws(FileError) {
            try planned.folder.replace(rest, by: files, after: lock)
        } catch {
            throw ToolFailure(error, .cannotCreate)
        }
        for entry in lock.entries { print("Kept: \(entry.id)") }
        for entry in rest { print("Taken away: \(entry.id)") }
        if let files {
            print(PlanWords.text(files.plan))
            print("Written: \(planned.folder.shown(files.entry.id)), on top of \(last?.entry.id ?? "nothing").")
        }
    }
}
