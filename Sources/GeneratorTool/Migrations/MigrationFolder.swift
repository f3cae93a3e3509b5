import ArgumentParser
import Generator

/// `spec/migrations`: the lock file, and a folder for each migration that it names.
struct MigrationFolder {
    let path: String
    /// The folder from which findings show paths; the working folder when it is `nil`.
    let package: String?

    /// More than any migration has; a larger file is not one.
    private static let limit = 16 << 20

    func shown(_ name: String) -> String {
        let plain = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        guard let folder = package ?? File.workingFolder else { return "\(plain)/\(name)" }
        return File.path("\(plain)/\(name)", from: folder)
    }

    /// The lock file's text; `nil` when there is none yet.
    var lockText: String? {
        (try? File.read("\(path)/migrations.lock", atMost: Self.limit)).map { String(decoding: $0, as: UTF8.self) }
    }

    func lock() throws(MigrationFault) -> MigrationLock {
        try MigrationLock.read(lockText ?? "", path: shown("migrations.lock"))
    }

    /// All migrations, after their checksums are verified.
    func committed() throws(MigrationFault) -> CommittedMigrations {
        try committed(in: lock())
    }

    func committed(in lock: MigrationLock) throws(MigrationFault) -> CommittedMigrations {
        var committed = CommittedMigrations()
        for entry in lock.entries { committed.migrations.append(try migration(entry)) }
        return committed
    }

    /// Whether the files of a migration are those that its line in the lock says.
    func isThere(_ entry: MigrationLock.Entry) -> Bool {
        do throws(MigrationFault) {
            _ = try migration(entry)
            _ = try document(of: entry)
            return true
        } catch {
            return false
        }
    }

    private func migration(_ entry: MigrationLock.Entry) throws(MigrationFault) -> CommittedMigrations.Migration {
        let up = try text("\(entry.id)/up.sql", entry.up)
        return .init(entry: entry, up: up, down: try text("\(entry.id)/down.sql", entry.down))
    }

    /// As `committed`, and on a fault says it and ends the tool with 1.
    func committedOrExit() throws -> CommittedMigrations {
        do throws(MigrationFault) {
            return try committed()
        } catch {
            var standardError = StandardError()
            print(error.rendered(specPath: "", specMark: nil), to: &standardError)
            throw ExitCode(1)
        }
    }

    /// The state that a migration leads to.
    func document(of entry: MigrationLock.Entry) throws(MigrationFault) -> ContractDocument {
        let name = "\(entry.id)/contract.json"
        let document = try ContractDocument.read(try read(name), path: shown(name))
        guard document.schema.hash == entry.to else {
            throw MigrationFault(
                .editedMigration, path: shown(name),
                "this is not the state that migrations.lock says \(entry.id) leads to",
                help: "take the file from the last commit")
        }
        return document
    }

    /// Adds a migration, its files first, so that a lock file never names what isn't there.
    func write(_ migration: MigrationFiles, after lock: MigrationLock) throws(FileError) {
        try File.makeFolder(path)
        try File.makeFolder("\(path)/\(migration.entry.id)")
        for file in migration.files {
            try File.write(Array(file.text.utf8), to: "\(path)/\(migration.entry.id)/\(file.name)")
        }
        try write(MigrationLock(entries: lock.entries + [migration.entry]))
    }

    func write(_ lock: MigrationLock) throws(FileError) {
        try File.write(Array(lock.text.utf8), to: "\(path)/migrations.lock.new")
        try File.rename("\(path)/migrations.lock.new", to: "\(path)/migrations.lock")
    }

    /// Puts one migration in the place of others: its files first, then the lock, then the others go, so that where it is
    /// stopped the lock names folders that are there. Where the migration is called as one of the others, that one's files
    /// are overwritten before the lock is: between the two they are not those that the lock names, and the last commit has
    /// those.
    /// - Parameter others: not in `lock`, in which their ids may stand, too.
    func replace(
        _ others: [MigrationLock.Entry], by migration: MigrationFiles?, after lock: MigrationLock
    ) throws(FileError) {
        if let migration { try write(migration, after: lock) } else { try write(lock) }
        let kept = lock.entries.map(\.id) + (migration.map { [$0.entry.id] } ?? [])
        for entry in others where !kept.contains(entry.id) { remove(entry) }
    }

    private func remove(_ entry: MigrationLock.Entry) {
        for name in ["up.sql", "down.sql", "plan.json", "contract.json"] { File.remove("\(path)/\(entry.id)/\(name)") }
        File.removeFolder("\(path)/\(entry.id)")
    }

    private func text(_ name: String, _ checksum: String) throws(MigrationFault) -> String {
        let text = try read(name)
        guard Checksum.of(text) == checksum else {
            throw MigrationFault(
                .editedMigration, path: shown(name),
                "this file was edited: its checksum is not the one in migrations.lock",
                help: "take it from the last commit, and put the change into the spec or into a new migration")
        }
        return text
    }

    private func read(_ name: String) throws(MigrationFault) -> String {
        do throws(FileError) {
            return String(decoding: try File.read("\(path)/\(name)", atMost: Self.limit), as: UTF8.self)
        } catch {
            throw MigrationFault(
                .missingMigration, path: shown(name), "migrations.lock names it, and it can't be read: \(error.reason)",
                help: "commit the folder together with migrations.lock")
        }
    }
}
