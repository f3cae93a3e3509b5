import Runtime
import SpecCheckout
import Testing

@testable import Server

@Suite("Databases of migrations that are squashed and forked", .timeLimit(.minutes(5)))
struct SquashedTests {
    @Test("one that ran them all runs only what is new, one that ran none runs the squash, and one between is told so")
    func squashed() async throws {
        try await Checkout.with { all in
            try all.commit("initial")
            try await all.onNewDatabase { none in
                try await all.onNewDatabase { between in
                    for database in [all, none, between] { try await database.up() }
                    try await Self.commit(all, "nick", [SampleField.nick])
                    try await all.addNick()
                    try await Self.commit(all, "alias", [SampleField.alias])
                    try await between.up()
                    try await Self.commit(all, "score", [SampleField.alias, SampleField.score])
                    try await Self.commit(all, "filled", [SampleField.alias, SampleField.filled])
                    #expect(try await all.database.run("SELECT nick, score FROM people") == [["kept", "3"]])
                    #expect(try all.files.migrate("squash", "--from", "0002_nick").status == 0)
                    #expect(try await all.up() == MigrationRunner.Report())
                    #expect(try await none.up().applied == ["0002_nick"])
                    let error = await #expect(throws: MigrationError.self) { try await between.up() }
                    #expect(error?.code == .unknownState)
                    #expect(
                        error?.advice.contains("when it was squashed, run `roster migrate up` of the build before")
                            == true)
                    // What comes after is one thing for both.
                    try all.write([SampleField.alias, SampleField.filled, SampleField.bio])
                    try all.commit("bio")
                    for database in [all, none] {
                        #expect(try await database.up().applied == ["0003_bio"])
                        #expect(try await Self.isWhole(database))
                    }
                    #expect(try await all.columns() == none.columns())
                    #expect(try await all.database.run("SELECT nick, score FROM people") == [["kept", "3"]])
                }
            }
        }
    }

    @Test("a migration that only names other fields is run, told as ahead, verified and taken back like any other")
    func namesOnly() async throws {
        try await Checkout.with { checkout in
            try checkout.write([SampleField.nick])
            try checkout.commit("initial")
            try await checkout.up()
            try await checkout.addNick()
            let former = try checkout.built()
            try await Self.commit(checkout, "alias", [SampleField.alias])
            let later = try checkout.built()
            #expect(former.schema != later.schema)
            #expect(try await checkout.runner { try await $0.standing(former) } == .ahead)
            #expect(try await checkout.runner { try await $0.standing(later) } == .ready)
            #expect(try await Self.isWhole(checkout))
            let back = try await checkout.runner { try await $0.down(later, .init()) }
            #expect(back.applied == ["0002_alias down"] && back.done == [])
            #expect(try await checkout.runner { try await $0.standing(former) } == .ready)
            #expect(try await checkout.runner { try await $0.standing(later) } == .behind("0002_alias"))
            #expect(try await checkout.up().applied == ["0002_alias"])
            #expect(try await checkout.database.run("SELECT nick FROM people") == [["kept"]])
        }
    }

    private static func commit(_ checkout: Checkout, _ name: String, _ fields: [String]) async throws {
        try checkout.write(fields)
        try checkout.commit(name)
        try await checkout.up()
    }

    private static func isWhole(_ checkout: Checkout) async throws -> Bool {
        let set = try checkout.built()
        let found = try await checkout.runner { try await $0.verify(set) }
        return found.drift == [] && found.unfinished == nil
    }
}
