import Foundation
import TestSupport
import Testing

@Suite("A record that is deleted", .timeLimit(.minutes(2)))
struct DeletedTests {
    @Test("is gone for everybody at once, by every road, and its end is audited")
    func gone() async throws {
        let house = try await LibraryHouse.shared
        let (librarian, reader) = (try await house.librarian(), try await house.reader())
        let id = try await house.author()
        let path = "/api/authors/\(id)"
        for client in [house.anonymous, reader, librarian] { #expect(try await client.get(path).status == 200) }
        #expect(try await house.anonymous.send("DELETE", path).status == 401)
        #expect(try await reader.send("DELETE", path).status == 403)
        #expect(try await librarian.send("DELETE", path + "?x=1").status == 400)
        let deleted = try await librarian.send("DELETE", path)
        #expect(deleted.status == 204)
        #expect(deleted.body.isEmpty)
        for client in [house.anonymous, reader, librarian] { #expect(try await client.get(path).status == 404) }
        #expect(try await librarian.send("DELETE", path).status == 404)
        #expect(try await librarian.patch(path, #"{"name":"x"}"#).status == 404)
        #expect(try await librarian.put(path, #"{"name":"x"}"#).status == 404)
        #expect(try await librarian.send("DELETE", "/api/authors/7").status == 404)
        let events = try await house.database.run(
            "SELECT action, resource, fields::text FROM roster.audit_events WHERE record_id = $1::uuid ORDER BY version",
            id)
        #expect(events == [["create", "author", "{name}"], ["delete", "author", "{}"]])
    }

    @Test("may be made anew with its key, and is then a later version, never an older one")
    func again() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let id = try await house.author("first")
        let path = "/api/authors/\(id)"
        var tags: Set<String> = [try await librarian.get(path).etag]
        for round in 0..<5 {
            #expect(try await librarian.send("DELETE", path).status == 204)
            #expect(try await librarian.get(path).status == 404)
            let made = try await librarian.post("/api/authors", #"{"id":"\#(id)","name":"round \#(round)"}"#)
            #expect(made.status == 201)
            #expect(tags.insert(made.etag).inserted)
            let read = try await librarian.get(path)
            #expect(read.json["name"]?.string == "round \(round)")
            #expect(read.etag == made.etag)
        }
    }

    @Test("stays while others refer to it: 409, as long as they do")
    func inUse() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let author = try await house.author()
        let book = try await house.book(by: author)
        let refused = try await librarian.send("DELETE", "/api/authors/\(author)")
        #expect(refused.status == 409)
        #expect(refused.code == "in_use")
        #expect(try await librarian.get("/api/authors/\(author)").status == 200)
        let tag = try await house.tag("/api/books/\(book)")
        #expect(try await librarian.send("DELETE", "/api/books/\(book)", headers: ["If-Match": tag]).status == 204)
        #expect(try await librarian.send("DELETE", "/api/authors/\(author)").status == 204)
    }

    @Test("stays while a table refers to it that is not in the spec")
    func inUseByStrangers() async throws {
        let house = try await LibraryHouse.shared
        let id = try await house.author()
        try await house.database.run(
            "CREATE TABLE IF NOT EXISTS prizes (author uuid REFERENCES authors(id) ON DELETE RESTRICT)")
        try await house.database.run("INSERT INTO prizes VALUES ($1::uuid)", id)
        let refused = try await house.librarian().send("DELETE", "/api/authors/\(id)")
        #expect(refused.status == 409)
        #expect(refused.code == "in_use")
    }

    @Test("is forgotten by those whose reference is cleared, at every server, in a version of their own")
    func cleared() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let mentor = try await house.author("mentor")
        let pupil = try await house.author("pupil", mentor: mentor)
        // One who is their own mentor is in nobody's way.
        #expect(try await librarian.patch("/api/authors/\(mentor)", #"{"mentor":"\#(mentor)"}"#).status == 200)
        let book = try await house.book(by: pupil, translator: mentor)
        let paths = ["/api/authors/\(pupil)", "/api/books/\(book)"]
        let clients = [librarian, house.elsewhere(librarian)]
        var tags: [String] = []
        for path in paths { for client in clients { tags.append(try await client.get(path).etag) } }
        #expect(try await librarian.send("DELETE", "/api/authors/\(mentor)").status == 204)
        let cleared = [try await librarian.get(paths[0]), try await librarian.get(paths[1])]
        #expect(cleared[0].json["mentor"] == .null)
        #expect(cleared[1].json["translator"] == .null)
        #expect(cleared[1].json["author"]?.string == pupil)
        #expect(cleared.allSatisfy { !tags.contains($0.etag) })
        for path in paths { try await agree(path, house) }
        let events = try await house.database.run(
            """
            SELECT action, fields::text FROM roster.audit_events
            WHERE record_id IN ($1::uuid, $2::uuid) AND action = 'update' ORDER BY resource
            """, pupil, book)
        #expect(events == [["update", "{mentor}"], ["update", "{translator}"]])
    }

    @Test("takes those along that go with it, out of the caches of every server too")
    func cascade() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let borrower = try await house.first.identity()
        let (book, other) = (try await house.book(), try await house.book())
        let loans = [
            try await house.loan(of: book, to: borrower), try await house.loan(of: book, to: borrower),
        ]
        // It stays, and what it renewed goes; the second of the two does both.
        let renewed = try await house.loan(of: other, to: borrower, renewing: loans[0])
        #expect(
            try await librarian.patch("/api/loans/\(loans[1])", #"{"renewal_of":"\#(loans[0])"}"#).status == 200)
        let reader = try await house.reader(borrower)
        for client in [librarian, reader, house.elsewhere(librarian), house.elsewhere(reader)] {
            for loan in loans + [renewed] { #expect(try await client.get("/api/loans/\(loan)").status == 200) }
        }
        let tag = try await house.tag("/api/books/\(book)")
        #expect(try await librarian.send("DELETE", "/api/books/\(book)", headers: ["If-Match": tag]).status == 204)
        for loan in loans {
            for client in [librarian, reader] { #expect(try await client.get("/api/loans/\(loan)").status == 404) }
            try await eventually404(house.elsewhere(reader), "/api/loans/\(loan)")
            let events = try await house.database.run(
                "SELECT count(*)::text FROM roster.audit_events WHERE record_id = $1::uuid AND action = 'delete'", loan)
            #expect(events == [["1"]])
        }
        #expect(try await reader.get("/api/loans/\(renewed)").json["renewal_of"] == .null)
        try await agree("/api/loans/\(renewed)", house)
    }

    @Test("leaves no orphan, whoever refers to it at the same time, and nobody gets a 500")
    func race() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let borrower = try await house.first.identity()
        for _ in 0..<15 {
            let book = try await house.book()
            let tag = try await house.tag("/api/books/\(book)")
            let body = #"{"book":"\#(book)","borrower":"\#(borrower)","due":"2026-12-01"}"#
            async let deleted = librarian.send("DELETE", "/api/books/\(book)", headers: ["If-Match": tag])
            let made = try await withThrowingTaskGroup(of: Answer.self) { group in
                for _ in 0..<6 { group.addTask { try await librarian.post("/api/loans", body) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            // Three times a loan came in between, which is then told to be in the way.
            let end = try await deleted
            #expect([204, 409].contains(end.status), "\(end.body)")
            for loan in made {
                #expect([201, 422].contains(loan.status), "\(loan.body)")
                guard loan.status == 201, end.status == 204 else { continue }
                let location = try #require(loan.headers["location"])
                #expect(try await librarian.get(location).status == 404, "the cache holds what went with the book")
            }
        }
        let orphans = try await house.database.run(
            "SELECT count(*)::text FROM loans WHERE NOT EXISTS (SELECT FROM books WHERE books.id = loans.book)")
        #expect(orphans == [["0"]])
    }

    /// Waits until the other server answers as this one does, which it must long before its cache is old.
    private func agree(_ path: String, _ house: LibraryHouse) async throws {
        let librarian = try await house.librarian()
        let tag = try await librarian.get(path).etag
        for _ in 0..<200 where try await house.elsewhere(librarian).get(path).etag != tag {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try await house.elsewhere(librarian).get(path).etag == tag)
    }

    private func eventually404(_ client: Client, _ path: String) async throws {
        for _ in 0..<200 where try await client.get(path).status != 404 {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try await client.get(path).status == 404)
    }
}
