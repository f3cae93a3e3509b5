import TestSupport
import Testing

@Suite("A value of many parts", .timeLimit(.minutes(1)))
struct ValueTests {
    @Test("is stored and read back in its one spelling, by every road")
    func canonical() async throws {
        let house = try await LibraryHouse.shared
        let book = try await Book(
            house,
            #"""
            "topics":["gothic-novel","sea"],"chapters":[1,20e1,3.0],"loan_time":"P2W","prices":{"eur":12.50,"usd":1e3},
            "shelf":{"row":7.0,"room":"A","note":null}
            """#)
        let expected = try JSON(
            text: #"""
                {"topics":["gothic-novel","sea"],"chapters":[1,200,3],"loan_time":"P14D","prices":{"eur":12.5,"usd":1000},
                "shelf":{"row":7,"room":"A"}}
                """#)
        for client in [house.elsewhere(book.librarian), book.librarian] {
            let read = try await client.get(book.path).json
            for (name, value) in expected.members { #expect(read[name] == value, "\(name)") }
        }
        let stored = try await house.database.run(
            """
            SELECT chapters::text, prices::text, shelf::text, (loan_time = '14 days')::text FROM books WHERE id = $1::uuid
            """, book.id)
        #expect(stored == [["[1, 200, 3]", #"{"eur": 12.5, "usd": 1000}"#, #"{"row": 7, "room": "A"}"#, "true"]])
    }

    @Test("is absent or its default when the body that creates gives none")
    func defaults() async throws {
        let book = try await Book(LibraryHouse.shared)
        let read = try await book.read()
        for name in ["topics", "chapters", "shelf", "prices"] { #expect(read[name] == .null, "\(name)") }
        #expect(read["loan_time"] == "P28D")
        #expect(read["lent"] == .number(0))
    }

    @Test(
        "is refused with the place and the word of each rule that it breaks, and changes nothing",
        arguments: [
            (#""topics":["a","b","a"]"#, ["/topics/2 duplicate_item"]),
            (#""topics":["A b",1,"a"]"#, ["/topics/0 invalid_slug", "/topics/1 wrong_type"]),
            (#""topics":["a","b","c","d"]"#, ["/topics too_many_items"]),
            (#""topics":"a""#, ["/topics wrong_type"]),
            (#""topics":[null]"#, ["/topics/0 null_not_allowed"]),
            (#""chapters":[]"#, ["/chapters too_few_items"]),
            (#""chapters":[1,2,3,4,5]"#, ["/chapters too_many_items"]),
            (
                #""chapters":[0,10000,1.5]"#,
                ["/chapters/0 too_small", "/chapters/1 too_large", "/chapters/2 wrong_type"]
            ),
            (#""loan_time":"PT23H59M""#, ["/loan_time too_small"]),
            (#""loan_time":"P61D""#, ["/loan_time too_large"]),
            (#""loan_time":"P1M""#, ["/loan_time invalid_duration"]),
            (#""loan_time":null"#, ["/loan_time null_not_allowed"]),
            (#""loan_time":28"#, ["/loan_time wrong_type"]),
            (#""shelf":{"room":"A"}"#, ["/shelf/row missing_field"]),
            (#""shelf":{"room":"","row":51}"#, ["/shelf/room too_short", "/shelf/row too_large"]),
            (#""shelf":{"room":"A","row":1,"rwo":2}"#, ["/shelf/rwo unknown_field"]),
            (#""shelf":{"room":null,"row":1}"#, ["/shelf/room null_not_allowed"]),
            (#""shelf":[]"#, ["/shelf wrong_type"]),
            (#""prices":{"euro":1}"#, ["/prices/euro unknown_field"]),
            (#""prices":{"eur":1.005}"#, ["/prices/eur too_precise"]),
            (#""prices":{"eur":10000}"#, ["/prices/eur too_large"]),
            (#""prices":{"aaa":1,"bbb":1,"ccc":1,"ddd":1}"#, ["/prices too_many_items"]),
            (#""lent":2,"copies":1"#, ["/lent check_failed"]),
        ])
    func refused(_ part: String, _ issues: [String]) async throws {
        let house = try await LibraryHouse.shared
        let book = try await Book(house)
        let before = try await book.read()
        let whole = #"{"title":"X","author":"\#(book.author)",\#(part)}"#
        let answers = [
            try await book.librarian.post("/api/books", whole),
            try await book.librarian.put(book.path, whole, ["If-Match": "*"]),
        ]
        for answer in answers {
            #expect(answer.status == 422, "\(answer.body)")
            #expect(answer.issues == issues)
        }
        #expect(try await book.read() == before)
    }
}

@Suite("A merge patch of a value of many parts", .timeLimit(.minutes(1)))
struct ValuePatchTests {
    private static let shelf = #""shelf":{"room":"A","row":7,"note":"by the door"},"prices":{"eur":1,"usd":2}"#

    @Test(
        "changes the members that it names and no other, and null takes an optional one away",
        arguments: [
            (#"{"shelf":{"row":8}}"#, "shelf", #"{"room":"A","row":8,"note":"by the door"}"#),
            (#"{"shelf":{"note":null}}"#, "shelf", #"{"room":"A","row":7}"#),
            (#"{"shelf":{}}"#, "shelf", #"{"room":"A","row":7,"note":"by the door"}"#),
            (#"{"shelf":null}"#, "shelf", "null"),
            (#"{"prices":{"usd":null,"gbp":3.5}}"#, "prices", #"{"eur":1,"gbp":3.5}"#),
            (#"{"prices":{"yen":null}}"#, "prices", #"{"eur":1,"usd":2}"#),
        ])
    func merged(_ patch: String, _ field: String, _ result: String) async throws {
        let book = try await Book(LibraryHouse.shared, Self.shelf)
        let before = try await book.read()
        let answer = try await book.patch(patch)
        #expect(answer.status == 200, "\(answer.body)")
        #expect(answer.json[field] == (try JSON(text: result)))
        let read = try await book.read()
        #expect(read == answer.json)
        for name in ["shelf", "prices"] where name != field { #expect(read[name] == before[name]) }
    }

    @Test(
        "is refused as a whole where a part of it, or what comes of it, breaks a rule",
        arguments: [
            (#"{"title":"Y","shelf":{"row":null}}"#, ["/shelf/row null_not_allowed"]),
            (#"{"title":"Y","shelf":{"aisle":1}}"#, ["/shelf/aisle unknown_field"]),
            (#"{"title":"Y","shelf":{"row":"7"}}"#, ["/shelf/row wrong_type"]),
            (#"{"title":"Y","prices":{"aaa":1,"bbb":2}}"#, ["/prices invalid_value"]),
            (#"{"title":"Y","topics":["a","a"]}"#, ["/topics/1 duplicate_item"]),
            (#"{"title":"Y","lent":2}"#, ["/lent check_failed"]),
            (#"{"title":"Y","copies":0}"#, []),
        ])
    func refused(_ patch: String, _ issues: [String]) async throws {
        let book = try await Book(LibraryHouse.shared, Self.shelf)
        let before = try await book.read()
        let answer = try await book.patch(patch)
        if issues.isEmpty {
            #expect(answer.status == 200, "nothing is lent, so that there may be no copy: \(answer.body)")
        } else {
            #expect(answer.status == 422, "\(answer.body)")
            #expect(answer.issues == issues)
            #expect(try await book.read() == before)
        }
    }

    @Test("to a value that is not there must make a whole one")
    func fromNothing() async throws {
        let book = try await Book(LibraryHouse.shared)
        let partial = try await book.patch(#"{"title":"Y","shelf":{"room":"B"}}"#)
        #expect(partial.status == 422, "\(partial.body)")
        #expect(partial.issues == ["/shelf invalid_value"])
        #expect(try await book.read()["title"] == "X")
        let whole = try await book.patch(#"{"shelf":{"room":"B","row":2}}"#)
        #expect(whole.json["shelf"] == (try JSON(text: #"{"room":"B","row":2}"#)))
    }

    @Test("keeps every member of those that come at the same time")
    func atOnce() async throws {
        let book = try await Book(LibraryHouse.shared, #""shelf":{"room":"A","row":1}"#)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for patch in [#"{"room":"Z"}"#, #"{"row":9}"#, #"{"note":"n"}"#] {
                group.addTask { try await book.patch(#"{"shelf":\#(patch)}"#).status }
            }
            for try await status in group { #expect(status == 200) }
        }
        #expect(try await book.read()["shelf"] == (try JSON(text: #"{"room":"Z","row":9,"note":"n"}"#)))
    }
}

@Suite("A value of many parts that was written past the server", .timeLimit(.minutes(1)))
struct ForeignValueTests {
    @Test("is shown as JSON when the table takes it, though the server would not have")
    func shown() async throws {
        let house = try await LibraryHouse.shared
        let book = try await Book(house)
        try await house.database.run(
            """
            UPDATE books SET topics = '["No Slug"]', shelf = '{ "room" : "A", "row" : 1.0, "note" : null }',
                loan_time = '1 day 36 hours', row_version = nextval('roster.row_version') WHERE id = $1::uuid
            """, book.id)
        let read = try await book.librarian.get(book.path + "?fields=topics,shelf,loan_time")
        #expect(read.status == 200, "\(read.body)")
        #expect(read.json["topics"] == .array(["No Slug"]))
        #expect(read.json["shelf"] == (try JSON(text: #"{"room":"A","row":1,"note":null}"#)))
        #expect(read.json["loan_time"] == "P2DT12H")
        #expect(try await book.patch(#"{"shelf":{"row":2}}"#).json["shelf"]?["row"] == .number(2))
    }

    @Test(
        "is not taken by the table when it breaks a rule that SQL can tell",
        arguments: [
            "topics = '[\"a\",\"a\"]'", "topics = '{}'", "chapters = '[]'", "chapters = '[1.5]'", "chapters = 'null'",
            "loan_time = '23 hours'", "loan_time = '61 days'", "shelf = '{\"room\":\"A\"}'", "shelf = '[]'",
            "shelf = '{\"room\":\"A\",\"row\":1,\"x\":1}'", "prices = '{\"eur\":\"1\"}'", "lent = 2",
        ])
    func refused(_ assignment: String) async throws {
        let house = try await LibraryHouse.shared
        let book = try await Book(house)
        await #expect(throws: (any Error).self) {
            try await house.database.run("UPDATE books SET \(assignment) WHERE id = $1::uuid", book.id)
        }
    }
}

/// A book of the test's own, and a librarian who asks for it.
private struct Book {
    let id: String
    let author: String
    let librarian: Client

    var path: String { "/api/books/\(id)" }

    /// - Parameter part: further members of the body that creates it.
    init(_ house: LibraryHouse, _ part: String = "") async throws {
        author = try await house.author()
        librarian = try await house.librarian()
        id = try await house.make(
            "/api/books", #"{"title":"X","author":"\#(author)"\#(part.isEmpty ? "" : "," + part)}"#)
    }

    func read() async throws -> JSON { try await librarian.get(path).json }

    func patch(_ body: String) async throws -> Answer { try await librarian.patch(path, body, ["If-Match": "*"]) }
}
