import Foundation
import TestSupport
import Testing

/// `loan.due` was `until`, which is served until 2199, and `due_on` and `ends`, whose sunset is over, of the one
/// since the contract was made; `book.isbn` was `isbn13`, which
/// stays.
@Suite("A former name of a field", .timeLimit(.minutes(1)))
struct FormerNameTests {
    private static let today = ["API-Version": "2026-11-01"]

    private func body(_ house: LibraryHouse, _ due: String, _ more: String = "") async throws -> String {
        #"{"book":"\#(try await house.book())","borrower":"\#(try await house.first.identity())",\#(due)\#(more)}"#
    }

    private func loan(_ house: LibraryHouse) async throws -> String {
        "/api/loans/\(try await house.make("/api/loans", body(house, #""due":"2026-12-01""#)))"
    }

    @Test("stands in answers beside the present one, and not for clients that know the present one")
    func read() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let path = try await loan(house)
        // Twice, so that the second answers come from the caches.
        for _ in 0..<2 {
            let both = try await librarian.get(path)
            #expect(both.json["due"]?.string == "2026-12-01")
            #expect(both.json["until"]?.string == "2026-12-01")
            #expect(both.json["due_on"] == nil)
            #expect(both.json["ends"] == nil)
            #expect(both.headers["deprecation"] == "@1785542400")
            #expect(both.headers["sunset"] == "Thu, 01 Aug 2199 00:00:00 GMT")
            #expect(both.headers["vary"] == "Authorization, API-Version")
            let present = try await librarian.get(path, Self.today)
            #expect(present.json["due"]?.string == "2026-12-01")
            #expect(present.json["until"] == nil)
            #expect(present.headers["deprecation"] == nil)
            #expect(present.headers["sunset"] == nil)
            #expect(present.headers["vary"] == "Authorization, API-Version")
            #expect(present.etag != both.etag)
            #expect(try await librarian.get(path, ["If-None-Match": both.etag]).status == 304)
            #expect(try await librarian.get(path, ["If-None-Match": present.etag]).status == 200)
            // A version from before the renaming knows the former name alone.
            #expect(try await librarian.get(path, ["API-Version": "2026-07-31"]).body == both.body)
            #expect(try await librarian.get(path, ["API-Version": "2026-08-01"]).body == present.body)
        }
    }

    @Test("is refused with an `API-Version` that is no date")
    func version() async throws {
        let house = try await LibraryHouse.shared
        let path = try await loan(house)
        for text in ["latest", "2026-13-01", "2026-11-01, 2026-11-02", "2026-11-01T00:00:00Z"] {
            let answer = try await house.librarian().get(path, ["API-Version": text])
            #expect(answer.status == 400, "\(text)")
            #expect(answer.code == "bad_request")
            #expect(!answer.body.contains(text))
        }
    }

    @Test("is taken by bodies in place of the present one", arguments: [nil, "2026-11-01"])
    func write(version: String?) async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let headers = version.map { ["API-Version": $0] } ?? [:]
        let made = try await librarian.post("/api/loans", body(house, #""until":"2026-12-24""#), headers)
        #expect(made.status == 201)
        #expect(made.json["due"]?.string == "2026-12-24")
        #expect((made.json["until"] == nil) == (version != nil))
        let path = "/api/loans/\(try #require(made.json["id"]?.string))"
        let patched = try await librarian.patch(path, #"{"until":"2026-12-25"}"#, headers)
        #expect(patched.json["due"]?.string == "2026-12-25")
        let borrower = try #require(made.json["borrower"]?.string)
        let whole = #"{"borrower":"\#(borrower)","until":"2026-12-26"}"#
        #expect(try await librarian.put(path, whole, headers).json["due"]?.string == "2026-12-26")
        #expect(try await house.elsewhere(librarian).get(path).json["until"]?.string == "2026-12-26")
    }

    @Test("is one name of one field: a body gives it once, and all that is wrong is told at the name that it used")
    func issues() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let path = try await loan(house)
        for both in [#"{"due":"2026-12-24","until":"2026-12-24"}"#, #"{"until":"2026-12-24","due":"2027-01-01"}"#] {
            let answer = try await librarian.patch(path, both)
            #expect(answer.status == 422)
            #expect(answer.body.contains(#""code":"given_twice""#))
            #expect(try await librarian.get(path).json["due"]?.string == "2026-12-01")
        }
        let second = try await librarian.patch(path, #"{"due":"never","until":"2026-12-24"}"#)
        #expect(second.body.contains(#"{"pointer":"/due","code":"invalid_date""#))
        #expect(second.body.contains(#"{"pointer":"/until","code":"given_twice""#))
        let wrong = try await librarian.patch(path, #"{"until":"soon"}"#)
        #expect(wrong.body.contains(#"{"pointer":"/until","code":"invalid_date""#))
        let missing = try await librarian.post("/api/loans", body(house, #""remark":"none""#))
        #expect(missing.body.contains(#"{"pointer":"/due","code":"missing_field""#))
    }

    @Test("is where a conflict is told that only Postgres finds")
    func conflict() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let isbn = String(Int.random(in: 1_000_000_000_000...9_999_999_999_999))
        let author = try await house.author()
        func book(_ name: String) async throws -> Answer {
            try await librarian.post("/api/books", #"{"title":"Matilda","author":"\#(author)","\#(name)":"\#(isbn)"}"#)
        }
        #expect(try await book("isbn13").status == 201)
        let former = try await book("isbn13")
        #expect(former.status == 409)
        #expect(former.body.contains(#""pointer":"/isbn13""#))
        #expect(try await book("isbn").body.contains(#""pointer":"/isbn""#))
    }

    @Test("is unknown once its sunset is over", arguments: ["due_on", "ends"])
    func sunset(name: String) async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let path = try await loan(house)
        let answer = try await librarian.patch(path, #"{"\#(name)":"2026-12-24"}"#)
        #expect(answer.status == 422)
        #expect(answer.body.contains(#"{"pointer":"/\#(name)","code":"unknown_field""#))
        #expect(try await librarian.get(path + "?fields=\(name)").status == 400)
        #expect(try await librarian.get("/api/loans?sort=\(name)").status == 400)
    }

    @Test("can be asked for and sorted by")
    func parameters() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let path = try await loan(house)
        let one = try await librarian.get(path + "?fields=until")
        #expect(one.body == #"{"until":"2026-12-01"}"#)
        let other = try await librarian.get(path + "?fields=due")
        #expect(other.body == #"{"due":"2026-12-01"}"#)
        #expect(one.etag != other.etag)
        #expect(one.headers["deprecation"] == "@1785542400")
        #expect(other.headers["deprecation"] == nil)
        #expect(try await librarian.get(path + "?fields=until,due", Self.today).body.contains(#""until""#))
        let former = try await librarian.get("/api/loans?sort=until&limit=1&fields=until")
        #expect(former.status == 200)
        let cursor = try #require(former.json["page"]?["next_cursor"]?.string)
        #expect(former.headers["link"]?.contains("fields=until&") == true)
        // The cursor is that of the one order, by whichever name.
        #expect(try await librarian.get("/api/loans?sort=due&cursor=\(cursor)").status == 200)
        let list = try await librarian.get("/api/loans?limit=200")
        #expect(list.body.contains(#""until":"2026-12-01""#))
        #expect(list.headers["deprecation"] == "@1785542400")
        #expect(try await !librarian.get("/api/loans?limit=200", Self.today).body.contains(#""until""#))
    }

    @Test("is shown to whom the present one is shown, and to nobody else")
    func rights() async throws {
        let house = try await LibraryHouse.shared
        let path = try await loan(house)
        #expect(try await house.reader().get(path).status == 404)
        let loans = try await house.reader().get("/api/loans?sort=until")
        #expect(loans.status == 403)
        let borrower = try #require(try await house.librarian().get(path).json["borrower"]?.string)
        let own = try await house.reader(borrower)
        #expect(try await own.get(path).json["until"]?.string == "2026-12-01")
        let answer = try await own.patch(path, #"{"until":"2027-12-01"}"#)
        #expect(answer.status == 422)
        #expect(answer.body.contains(#"{"pointer":"/until","code":"not_writable""#))
    }

    @Test("is counted by who uses it, for a bounded number of clients, of which only the product is told")
    func uses() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let path = try await loan(house)
        let agent = ["User-Agent": "Night-Reader/4.2 (Jane's phone)"]
        func count(_ use: String) async throws -> Int {
            let text = try await librarian.get("/metrics").body
            let series =
                #"roster_former_name_uses_total{resource="loan",name="until",use="\#(use)",client="night-reader"} "#
            return text.split(separator: "\n").first { $0.hasPrefix(series) }
                .flatMap { Int($0.dropFirst(series.count)) } ?? 0
        }
        _ = try await librarian.get(path, agent)
        _ = try await librarian.get(path + "?fields=until", agent)
        _ = try await librarian.patch(path, #"{"until":"2026-12-02"}"#, agent)
        _ = try await librarian.get(path + "?fields=due", agent)
        #expect(try await count("answer") == 3)
        #expect(try await count("parameter") == 1)
        #expect(try await count("body") == 1)
        _ = try await librarian.get(path, agent.merging(Self.today) { one, _ in one })
        #expect(try await count("answer") == 3)
        for number in 0..<60 { _ = try await librarian.get(path, ["User-Agent": "made-up-\(number)/1"]) }
        let text = try await librarian.get("/metrics").body
        let clients = text.split(separator: "\n").filter { $0.contains(#"name="until",use="answer""#) }
        #expect(clients.count <= 22)
        #expect(clients.contains { $0.contains(#"client="other""#) })
        #expect(!text.contains("Jane"))
    }
}
