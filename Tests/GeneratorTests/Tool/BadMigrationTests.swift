import Foundation
import SpecCheckout
import Testing

@Suite("rosterc migrate: files that are not as they were committed")
struct BadMigrationTests {
    private static let nick = "nick: {type: string, length: ..40, optional: true, read: user, write: self}"
    private static let score = "score: {type: int, default: 3, read: user, write: self}"

    /// A spec with two migrations.
    private static func folder() throws -> SpecFolder {
        let folder = try SpecFolder()
        try folder.migrate("new", "initial")
        try folder.write([nick])
        try folder.migrate("new", "nick")
        return folder
    }

    private static func append(_ text: String, to file: String, in folder: SpecFolder) throws {
        let file = folder.migrations.appending(path: file)
        try (Data(contentsOf: file) + Data(text.utf8)).write(to: file)
    }

    @Test("as they were committed, nothing is said")
    func good() throws {
        let result = try Self.folder().migrate("lint")
        #expect(result.status == 0)
        #expect(result.output == "2 migrations, and the spec stores what the last one makes.\n")
    }

    @Test("an edited file is named, and what to do", arguments: ["up.sql", "down.sql"])
    func edited(file: String) throws {
        let folder = try Self.folder()
        try Self.append("DROP TABLE people;\n", to: "0002_nick/\(file)", in: folder)
        for verb in ["lint", "new"] {
            let result = try folder.migrate(verb)
            #expect(result.status == 1)
            #expect(
                result.output == """
                    spec/migrations/0002_nick/\(file):1:1: error: this file was edited: its checksum is not the one in \
                    migrations.lock [SPEC501]
                    help: take it from the last commit, and put the change into the spec or into a new migration

                    """)
        }
    }

    @Test("an edited state is named, too")
    func editedState() throws {
        let folder = try Self.folder()
        let state = folder.migrations.appending(path: "0001_initial/contract.json")
        try FileManager.default.removeItem(at: state)
        try FileManager.default.copyItem(at: folder.migrations.appending(path: "0002_nick/contract.json"), to: state)
        let result = try folder.migrate("lint")
        #expect(result.status == 1)
        #expect(
            result.output.hasPrefix(
                "spec/migrations/0001_initial/contract.json:1:1: error: this is not the state that migrations.lock says"
            ))
    }

    @Test("a missing file is named", arguments: ["up.sql", "down.sql", "contract.json"])
    func missing(file: String) throws {
        let folder = try Self.folder()
        try FileManager.default.removeItem(at: folder.migrations.appending(path: "0001_initial/\(file)"))
        let result = try folder.migrate("lint")
        #expect(result.status == 1)
        #expect(
            result.output.hasPrefix(
                "spec/migrations/0001_initial/\(file):1:1: error: migrations.lock names it, and it can't be read"),
            "\(result.output)")
        #expect(result.output.contains("[SPEC503]\nhelp: commit the folder together with migrations.lock"))
    }

    @Test("two heads are told by the line of the second, and rebase makes one line of them and keeps the first")
    func twoHeads() throws {
        let folder = try Self.folder()
        let ours = try folder.lockText
        // Another branch, from the same first migration.
        let lines = ours.split(separator: "\n", omittingEmptySubsequences: false)
        let first = lines.prefix { !$0.hasPrefix("0002") }.joined(separator: "\n") + "\n"
        try Data(first.utf8).write(to: folder.lock)
        try folder.write([Self.score])
        try folder.migrate("new", "score")
        let theirs = try folder.lockText.dropFirst(first.count)
        try Data((ours + theirs).utf8).write(to: folder.lock)
        try folder.write([Self.nick, Self.score])
        let result = try folder.migrate("lint")
        #expect(result.status == 1)
        #expect(
            result.output == """
                spec/migrations/migrations.lock:5:1: error: 0002_score begins where 0002_nick begins [SPEC502]
                help: run `rosterc migrate rebase`: it keeps what fits together and plans the rest anew on top of it

                """)
        try folder.migrate("rebase")
        let mended = try folder.migrate("lint")
        #expect(mended.status == 0, "\(mended.output)")
        let rebased = try folder.lockText
        #expect(rebased.hasPrefix(ours))
        #expect(rebased.contains("\n0003_score "))
    }

    @Test("the marks of a conflict are told by their line")
    func conflict() throws {
        let folder = try Self.folder()
        try Self.append("<<<<<<< HEAD\n", to: "migrations.lock", in: folder)
        let result = try folder.migrate("lint")
        #expect(result.status == 1)
        #expect(
            result.output.hasPrefix(
                "spec/migrations/migrations.lock:5:1: error: two branches have each added a migration here [SPEC502]"))
    }
}
