import Foundation
import Generator
import Runtime
import Synchronization
import TestSupport
import Testing

@testable import Server

@Suite("A developer's database follows the spec", .timeLimit(.minutes(5)))
struct DevelopmentTests {
    private static let nick = "nick: {type: string, length: ..40, optional: true, read: user, write: self}"
    private static let score = "score: {type: int, default: 3, read: user, write: self}"
    private static let alias = "alias: {type: string, length: ..40, optional: true, read: user, write: self}"

    @Test("an edit is followed at once and told; a second start finds nothing to do")
    func edit() async throws {
        try await Checkout.with { checkout in
            try checkout.commit("initial")
            #expect(
                try await checkout.start() == [
                    "Makes the tables, or adds what is missing to those that are there; loses nothing"
                ])
            try checkout.write([Self.nick, Self.score])
            #expect(
                try await checkout.start() == [
                    "Adds people.nick, which is null in the rows that are there",
                    "Adds people.score; rows that are there have its default without being written",
                ])
            #expect(try await checkout.columns() == ["id", "user_id", "nick", "score", "row_version"].sorted())
            #expect(try await checkout.start() == [])
        }
    }

    @Test("the migration that is written afterwards is adopted, and not run")
    func adopted() async throws {
        try await Checkout.with { checkout in
            try checkout.commit("initial")
            _ = try await checkout.start()
            try checkout.write([Self.nick])
            _ = try await checkout.start()
            try checkout.commit("nick")
            #expect(
                try await checkout.start() == ["0002_nick leads to where the database is already: adopted, not run"])
            #expect(try await checkout.start() == [])
            let history = try await checkout.runner { try await $0.history() }
            #expect(history.first?.migration == "0002_nick")
        }
    }

    @Test("where values would be lost it stops with the exact command, after what loses nothing was done")
    func lossy() async throws {
        try await Checkout.with { checkout in
            try checkout.write([Self.nick])
            try checkout.commit("initial")
            _ = try await checkout.start()
            try await checkout.addNick()
            try checkout.write([Self.score], removed: ["nick"])
            let error = await #expect(throws: CommandError.self) { try await checkout.start() }
            let words = error?.description ?? ""
            #expect(words.contains("Drops people.nick with its values"), "\(words)")
            #expect(try await checkout.columns().contains("score"))
            #expect(try await checkout.database.run("SELECT nick FROM people") == [["kept"]])
            // Who thinks better of it loses nothing.
            try checkout.write([Self.nick, Self.score])
            _ = try await checkout.start()
            #expect(try await checkout.database.run("SELECT nick FROM people") == [["kept"]])
            try checkout.write([Self.score], removed: ["nick"])
            let again = await #expect(throws: CommandError.self) { try await checkout.start() }
            let command = try #require(again?.description.firstMatch(of: /make dev ARGS='--accept ([0-9a-f]{12})'/))
            let other = await #expect(throws: CommandError.self) { try await checkout.start(accept: "0123456789ab") }
            #expect(other?.description == again?.description)
            #expect(try await checkout.start(accept: String(command.1)) == ["Drops people.nick with its values"])
            #expect(try await checkout.columns().contains("nick") == false)
        }
    }

    @Test("a field that is gone while another has come is asked for by its place in the spec, and nothing is changed")
    func renamed() async throws {
        try await Checkout.with { checkout in
            try checkout.write([Self.nick])
            try checkout.commit("initial")
            _ = try await checkout.start()
            let before = try await checkout.columns()
            try checkout.write([Self.alias])
            let error = await #expect(throws: CommandError.self) { try await checkout.start() }
            #expect(error?.description.contains("spec/users.yaml:") == true, "\(String(describing: error))")
            #expect(error?.description.contains("was: [nick]") == true)
            #expect(try await checkout.columns() == before)
        }
    }

    @Test("another git branch is planned for from what the database is, and what the first one has can be left for it")
    func branches() async throws {
        try await Checkout.with { checkout in
            try checkout.commit("initial")
            _ = try await checkout.start()
            let main = try checkout.save()
            try checkout.write([Self.nick])
            try checkout.commit("nick")
            let first = try checkout.save()
            _ = try await checkout.start()
            try await checkout.addNick()
            // The other branch knows of no 0002_nick, and has another field of the same type.
            try checkout.restore(main)
            try checkout.write([Self.alias])
            try checkout.commit("alias")
            let second = try checkout.save()
            let error = await #expect(throws: CommandError.self) { try await checkout.start() }
            #expect(error?.description.contains("make dev ARGS=--keep") == true, "\(String(describing: error))")
            #expect(
                try await checkout.start(keep: true) == ["Adds people.alias, which is null in the rows that are there"])
            #expect(try await checkout.isServable(keep: true))
            try checkout.restore(first)
            #expect(try await checkout.start(keep: true) == [])
            #expect(try await checkout.database.run("SELECT nick FROM people") == [["kept"]])
            // Without it: what the second branch has added goes by its fingerprint.
            let stop = await #expect(throws: CommandError.self) { try await checkout.start() }
            let command = try #require(stop?.description.firstMatch(of: /--accept ([0-9a-f]{12})/))
            #expect(try await checkout.start(accept: String(command.1)) == ["Drops people.alias with its values"])
            #expect(
                try await checkout.start() == ["0002_nick leads to where the database is already: adopted, not run"])
            try checkout.restore(second)
            #expect(
                try await checkout.start(keep: true) == ["Adds people.alias, which is null in the rows that are there"])
        }
    }

    @Test("one that is stopped in the middle goes on as it was, though the spec is another by then")
    func stopped() async throws {
        try await Checkout.with { checkout in
            try checkout.commit("initial")
            _ = try await checkout.start()
            try checkout.write([Self.nick, Self.score])
            await #expect(throws: MigrationError.self) { try await checkout.start(stopBefore: 2) }
            #expect(try await checkout.columns().contains("nick"))
            try checkout.write([Self.nick])
            let stop = await #expect(throws: CommandError.self) { try await checkout.start() }
            #expect(stop?.description.contains("Drops people.score") == true, "\(String(describing: stop))")
            #expect(try await checkout.columns().contains("score"))
        }
    }
}
