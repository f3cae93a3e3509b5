import Foundation
import Runtime
import TestSupport
import Testing

@Suite("A record whose key is no identity", .timeLimit(.minutes(1)))
struct CreatedTests {
    @Test("gets a key from the server, made of the time and of chance, and is found where Location says")
    func made() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        var keys: [RecordID] = []
        for name in ["Ada", "Ben", "Cleo"] {
            let began = UInt64(Date().timeIntervalSince1970 * 1_000)
            let made = try await librarian.post("/api/authors", #"{"name":"\#(name)"}"#)
            #expect(made.status == 201)
            let id = try #require(made.json["id"]?.string)
            let key = try #require(RecordID(id))
            #expect(id == key.description, "in the usual spelling")
            // RFC 9562 section 5.7.
            #expect(key.high >> 12 & 0xF == 7)
            #expect(key.low >> 62 == 0b10)
            #expect((began...began + 60_000).contains(key.high >> 16))
            let location = try #require(made.headers["location"])
            #expect(location == "/api/authors/\(id)")
            let read = try await librarian.get(location)
            #expect(read.status == 200)
            #expect(read.etag == made.etag)
            #expect(read.body == made.body)
            keys.append(key)
        }
        #expect(Set(keys).count == 3)
        let times = keys.map { $0.high >> 16 }
        #expect(times == times.sorted(), "later keys come later, but for those of one millisecond")
    }

    @Test("may be given one by the body, and a second creation with it makes no second record")
    func given() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let id = UUID().uuidString.lowercased()
        let body = #"{"id":"\#(id)","name":"Ada"}"#
        let made = try await librarian.post("/api/authors", body)
        #expect(made.status == 201)
        #expect(made.json["id"]?.string == id)
        let again = try await librarian.post("/api/authors", body)
        #expect(again.status == 409)
        #expect(again.code == "taken")
        #expect(again.issues == ["/id taken"])
        for wrong in ["null", "\"x\"", "7", "\"\(id.dropLast())\""] {
            let answer = try await librarian.post("/api/authors", #"{"id":\#(wrong),"name":"Ada"}"#)
            #expect(answer.status == 422, "\(wrong)")
            #expect(answer.issues.first?.hasPrefix("/id ") == true)
        }
        let moved = try await librarian.patch("/api/authors/\(id)", #"{"id":"\#(UUID().uuidString)"}"#)
        #expect(moved.status == 422)
        #expect(moved.issues == ["/id not_writable"])
    }

    @Test("has no `me`, is nobody's by its key, and is made at its own path alone")
    func roads() async throws {
        let house = try await LibraryHouse.shared
        let id = UUID().uuidString.lowercased()
        let librarian = try await house.reader(id, ["librarian"])
        #expect(try await librarian.get("/api/authors/me").status == 404)
        #expect(try await librarian.post("/api/admin/authors", #"{"name":"Ada"}"#).status == 404)
        let reader = try await house.reader(id)
        #expect(try await librarian.post("/api/loans", "{}").status == 422)
        // A loan with the reader's own identity for a key is not the reader's.
        let (author, other) = (try await house.author(), UUID().uuidString.lowercased())
        try await house.database.run("INSERT INTO auth.users (id) VALUES ($1::uuid)", other)
        let book = try await house.book(by: author)
        let made = try await librarian.post(
            "/api/loans", #"{"id":"\#(id)","book":"\#(book)","borrower":"\#(other)","due":"2026-12-01"}"#)
        #expect(made.status == 201)
        #expect(try await reader.get("/api/loans/\(id)").status == 404)
    }

    @Test("refers to records that there are, or is refused with the field")
    func references() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let nobody = UUID().uuidString.lowercased()
        let made = try await librarian.post("/api/books", #"{"title":"X","author":"\#(nobody)"}"#)
        #expect(made.status == 422)
        #expect(made.issues == ["/author unknown_reference"])
        let book = try await house.book()
        for method in ["PUT", "PATCH"] {
            let tag = try await house.tag("/api/books/\(book)")
            let author = try await librarian.get("/api/books/\(book)").json["author"]?.string ?? ""
            let changed = try await librarian.send(
                method, "/api/books/\(book)", #"{"title":"X","author":"\#(author)","translator":"\#(nobody)"}"#,
                headers: ["If-Match": tag])
            #expect(changed.status == 422)
            #expect(changed.issues == ["/translator unknown_reference"])
        }
        let loan = try await librarian.post(
            "/api/loans", #"{"book":"\#(book)","borrower":"\#(nobody)","due":"2026-12-01"}"#)
        #expect(loan.status == 422)
        #expect(loan.issues == ["/borrower unknown_reference"])
    }
}
