import Foundation
import SpecCheckout
import Testing

/// Orders of commands and merges that people come upon; after each the files fit together, or nothing was changed.
@Suite("rosterc migrate: squash, rebase and forks")
struct ForkTests {
    /// A folder with a migration for each of the states.
    private static func folder(_ states: (name: String, fields: [String])...) throws -> SpecFolder {
        let folder = try SpecFolder()
        try folder.migrate("new", "initial")
        for state in states { try new(state.name, state.fields, in: folder) }
        return folder
    }

    private static func new(_ name: String, _ fields: [String], in folder: SpecFolder) throws {
        try folder.write(fields)
        let result = try folder.migrate("new", name)
        try #require(result.status == 0, "\(result.output)")
    }

    private static func ids(_ folder: SpecFolder) throws -> [String] {
        try folder.lockText.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    private static func lines(_ folder: SpecFolder) throws -> Substring {
        let text = try folder.lockText
        return text[(text.firstRange(of: "\n0001")?.upperBound ?? text.startIndex)...]
            .drop { $0 != "\n" }.dropFirst()
    }

    /// What is in the folder is what the lock names, and fits the spec.
    private static func expectWhole(
        _ folder: SpecFolder, _ expected: [String], at location: SourceLocation = #_sourceLocation
    ) throws {
        #expect(try ids(folder) == expected, sourceLocation: location)
        let folders = try FileManager.default.contentsOfDirectory(atPath: folder.migrations.path)
            .filter { $0 != "migrations.lock" }.sorted()
        #expect(folders == expected, sourceLocation: location)
        let lint = try folder.migrate("lint")
        #expect(lint.status == 0, "\(lint.output)", sourceLocation: location)
    }

    @Test("a migration that only names other fields has no step, says so, and can be squashed and forked from")
    func namesOnly() throws {
        let folder = try Self.folder(("nick", [SampleField.nick]))
        try folder.write([SampleField.alias])
        let plan = try folder.migrate("plan")
        #expect(
            plan.output == """
                No statement is run: the spec has other words for the same columns.
                Servers of both contracts work at any time.

                """)
        try folder.migrate("new", "alias")
        try Self.expectWhole(folder, ["0001_initial", "0002_nick", "0003_alias"])
        let up = try String(
            contentsOf: folder.migrations.appending(path: "0003_alias/up.sql"), encoding: .utf8)
        #expect(!up.contains("--@ step"))
        try folder.migrate("squash", "--from", "0002_nick")
        try Self.expectWhole(folder, ["0001_initial", "0002_nick"])
    }

    @Test("one that names other fields and one that adds: whichever is kept, the other is planned on top of it")
    func forkOfNames() throws {
        for keepsNames in [true, false] {
            let folder = try Self.folder(("nick", [SampleField.nick]))
            let base = try folder.save()
            try Self.new("alias", [SampleField.alias], in: folder)
            let names = try Self.lines(folder)
            let kept = try folder.save()
            try folder.restore(base)
            try Self.new("score", [SampleField.nick, SampleField.filled], in: folder)
            let adds = try Self.lines(folder).split(separator: "\n").last ?? ""
            // The merge: both folders, both lines.
            try FileManager.default.copyItem(
                at: kept.appending(path: "migrations/0003_alias"),
                to: folder.migrations.appending(path: "0003_alias"))
            let first = names.split(separator: "\n")[1]
            try Self.merge(folder, ours: keepsNames ? first : adds, theirs: keepsNames ? adds : first, after: 2)
            try folder.write([SampleField.alias, SampleField.filled])
            let result = try folder.migrate("rebase")
            #expect(result.status == 0, "\(result.output)")
            try Self.expectWhole(
                folder,
                ["0001_initial", "0002_nick"]
                    + (keepsNames ? ["0003_alias", "0004_score"] : ["0003_score", "0004_alias"]))
        }
    }

    /// As git leaves `migrations.lock`, after so many lines that both have.
    private static func merge(
        _ folder: SpecFolder, ours: some StringProtocol, theirs: some StringProtocol, after count: Int
    ) throws {
        let common = try folder.lockText.split(separator: "\n").prefix(2 + count).joined(separator: "\n")
        let text = "\(common)\n<<<<<<< HEAD\n\(ours)\n=======\n\(theirs)\n>>>>>>> other\n"
        try Data(text.utf8).write(to: folder.lock)
    }

    @Test(
        "a branch that goes on from what another has squashed under one name: the squash and what comes after are kept",
        arguments: [true, false])
    func forkOfSquash(squashIsOurs: Bool) throws {
        let folder = try Self.folder(("nick", [SampleField.nick]), ("score", [SampleField.nick, SampleField.score]))
        let base = try folder.save()
        try Self.new("bio", [SampleField.nick, SampleField.score, SampleField.bio], in: folder)
        let longer = try Self.lines(folder)
        let other = try folder.save()
        try folder.restore(base)
        #expect(try folder.migrate("squash", "--from", "0002_nick").status == 0)
        let squash = try Self.lines(folder)
        // Git takes the squash's files and deletions, since only that branch has touched them.
        try FileManager.default.copyItem(
            at: other.appending(path: "migrations/0004_bio"), to: folder.migrations.appending(path: "0004_bio"))
        try folder.write([SampleField.nick, SampleField.score, SampleField.bio])
        try Self.merge(
            folder, ours: squashIsOurs ? squash : longer, theirs: squashIsOurs ? longer : squash, after: 1)
        let result = try folder.migrate("rebase")
        #expect(
            result.output == """
                Kept: 0001_initial
                Kept: 0002_nick
                Kept: 0004_bio
                Taken away: 0002_nick
                Taken away: 0003_score

                """)
        try Self.expectWhole(folder, ["0001_initial", "0002_nick", "0004_bio"])
        try Self.new(
            "last",
            [
                SampleField.nick, SampleField.score, SampleField.bio,
                "last: {type: int, optional: true, read: user, write: self}",
            ],
            in: folder)
        try Self.expectWhole(folder, ["0001_initial", "0002_nick", "0004_bio", "0005_last"])
    }

    @Test("a file that is to stay and was edited stops a rebase before anything is changed")
    func edited() throws {
        let folder = try Self.folder(("nick", [SampleField.nick]))
        let theirs = try Self.lines(folder).split(separator: "\n").last ?? ""
        let file = folder.migrations.appending(path: "0001_initial/up.sql")
        try (Data(contentsOf: file) + Data("--\n".utf8)).write(to: file)
        try Self.merge(folder, ours: theirs, theirs: theirs.replacing("0002_nick", with: "0002_other"), after: 1)
        let before = try folder.lockText
        let result = try folder.migrate("rebase")
        #expect(result.status == 1)
        #expect(result.output.hasPrefix("spec/migrations/0001_initial/up.sql:1:1: error: this file was edited"))
        #expect(try folder.lockText == before)
        #expect(FileManager.default.fileExists(atPath: folder.migrations.appending(path: "0002_nick/up.sql").path))
    }

    @Test(
        "one that goes to and fro is squashed to none; the last one alone is nothing to squash, but with a newer spec")
    func toAndFro() throws {
        let folder = try Self.folder(("nick", [SampleField.nick]), ("score", [SampleField.nick, SampleField.score]))
        let alone = try folder.migrate("squash", "--from", "0003_score")
        #expect(alone.status == 64)
        #expect(alone.errors.contains("there is nothing to put together"), "\(alone.errors)")
        try Self.expectWhole(folder, ["0001_initial", "0002_nick", "0003_score"])
        try folder.write([SampleField.nick, SampleField.filled])
        #expect(try folder.migrate("squash", "--from", "0003_score").status == 0)
        try Self.expectWhole(folder, ["0001_initial", "0002_nick", "0003_score"])
        try folder.write([])
        let none = try folder.migrate("squash", "--from", "0002_nick")
        #expect(none.output == "2 migrations are now none.\n", "\(none.output)\(none.errors)")
        try Self.expectWhole(folder, ["0001_initial"])
    }
}
