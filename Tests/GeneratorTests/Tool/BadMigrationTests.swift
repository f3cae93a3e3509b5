import Foundation
import Testing

@Suite("rosterc migrate: files that are not as they were committed")
struct BadMigrationTests {
    /// A folder with the shipped spec and two migrations.
    private struct Folder {
        let scratch: Scratch
        let spec: URL
        var migrations: URL { spec.deletingLastPathComponent().appending(path: "migrations") }
        var lock: URL { migrations.appending(path: "migrations.lock") }

        init() throws {
            scratch = try Scratch()
            spec = scratch.folder.appending(path: "spec/users.yaml")
            try FileManager.default.createDirectory(
                at: spec.deletingLastPathComponent(), withIntermediateDirectories: false)
            try Data(Self.text("").utf8).write(to: spec)
            try run("new", "initial")
            try write("nick: {type: string, length: ..40, optional: true, read: user, write: self}")
            try run("new", "nick")
        }

        func write(_ field: String) throws { try Data(Self.text("      \(field)\n").utf8).write(to: spec) }

        @discardableResult
        func run(_ arguments: String...) throws -> BuiltTool.Result {
            try BuiltTool.run(["migrate"] + arguments, in: scratch.folder)
        }

        func append(_ text: String, to file: String) throws {
            let file = migrations.appending(path: file)
            try (Data(contentsOf: file) + Data(text.utf8)).write(to: file)
        }

        private static func text(_ field: String) -> String {
            """
            spec: 1
            api: {name: test, base: /api, version: 2026-11-01}
            identity: {table: auth.users, key: id, claim: sub}
            roles:
              user: {token: true}
              self: {when: actor.id == record.user_id}
            resources:
              person:
                table: people
                path: /people
                key: user_id
                allow: {read: user, create: user, update: self}
                fields:
                  id: {type: serial, internal: true}
                  user_id: {type: uuid, ref: identity, unique: true, immutable: true, read: user}

            """ + field
        }
    }

    @Test("as they were committed, nothing is said")
    func good() throws {
        let result = try Folder().run("lint")
        #expect(result.status == 0)
        #expect(result.output == "2 migrations, and the spec stores what the last one makes.\n")
    }

    @Test("an edited file is named, and what to do", arguments: ["up.sql", "down.sql"])
    func edited(file: String) throws {
        let folder = try Folder()
        try folder.append("DROP TABLE people;\n", to: "0002_nick/\(file)")
        for verb in ["lint", "new"] {
            let result = try folder.run(verb)
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
        let folder = try Folder()
        let state = folder.migrations.appending(path: "0001_initial/contract.json")
        try FileManager.default.removeItem(at: state)
        try FileManager.default.copyItem(at: folder.migrations.appending(path: "0002_nick/contract.json"), to: state)
        let result = try folder.run("lint")
        #expect(result.status == 1)
        #expect(
            result.output.hasPrefix(
                "spec/migrations/0001_initial/contract.json:1:1: error: this is not the state that migrations.lock says"
            ))
    }

    @Test("a missing file is named", arguments: ["up.sql", "down.sql", "contract.json"])
    func missing(file: String) throws {
        let folder = try Folder()
        try FileManager.default.removeItem(at: folder.migrations.appending(path: "0001_initial/\(file)"))
        let result = try folder.run("lint")
        #expect(result.status == 1)
        #expect(
            result.output.hasPrefix(
                "spec/migrations/0001_initial/\(file):1:1: error: migrations.lock names it, and it can't be read"),
            "\(result.output)")
        #expect(result.output.contains("[SPEC503]\nhelp: commit the folder together with migrations.lock"))
    }

    @Test("two heads are told by the line of the second, and rebase makes one line of them and keeps the first")
    func twoHeads() throws {
        let folder = try Folder()
        let ours = try String(contentsOf: folder.lock, encoding: .utf8)
        // Another branch, from the same first migration.
        let lines = ours.split(separator: "\n", omittingEmptySubsequences: false)
        let first = lines.prefix { !$0.hasPrefix("0002") }.joined(separator: "\n") + "\n"
        try Data(first.utf8).write(to: folder.lock)
        try folder.write("score: {type: int, default: 3, read: user, write: self}")
        try folder.run("new", "score")
        let theirs = try String(contentsOf: folder.lock, encoding: .utf8).dropFirst(first.count)
        try Data((ours + theirs).utf8).write(to: folder.lock)
        try folder.write(
            """
            nick: {type: string, length: ..40, optional: true, read: user, write: self}
                  score: {type: int, default: 3, read: user, write: self}
            """)
        let result = try folder.run("lint")
        #expect(result.status == 1)
        #expect(
            result.output == """
                spec/migrations/migrations.lock:5:1: error: 0002_score begins where 0002_nick begins [SPEC502]
                help: run `rosterc migrate rebase`: it keeps what fits together and plans the rest anew on top of it

                """)
        try folder.run("rebase")
        let mended = try folder.run("lint")
        #expect(mended.status == 0, "\(mended.output)")
        let rebased = try String(contentsOf: folder.lock, encoding: .utf8)
        #expect(rebased.hasPrefix(ours))
        #expect(rebased.contains("\n0003_score "))
    }

    @Test("the marks of a conflict are told by their line")
    func conflict() throws {
        let folder = try Folder()
        try folder.append("<<<<<<< HEAD\n", to: "migrations.lock")
        let result = try folder.run("lint")
        #expect(result.status == 1)
        #expect(
            result.output.hasPrefix(
                "spec/migrations/migrations.lock:5:1: error: two branches have each added a migration here [SPEC502]"))
    }
}
