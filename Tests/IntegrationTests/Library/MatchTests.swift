import TestSupport
import Testing

@Suite("A resource with `if_match: required`", .timeLimit(.minutes(1)))
struct MatchTests {
    @Test("takes no change without the version that is changed, and none of another version")
    func required() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        let author = try await house.author()
        let path = "/api/books/\(try await house.book(by: author))"
        let body = #"{"title":"The Last Man","author":"\#(author)"}"#
        let first = try await house.tag(path)
        for method in ["PUT", "PATCH", "DELETE"] {
            let body = method == "DELETE" ? nil : body
            let blind = try await librarian.send(method, path, body)
            #expect(blind.status == 428, "\(method)")
            #expect(blind.code == "precondition_required")
        }
        let changed = try await librarian.patch(path, body, ["If-Match": first])
        #expect(changed.status == 200)
        for method in ["PUT", "PATCH", "DELETE"] {
            let body = method == "DELETE" ? nil : body
            let stale = try await librarian.send(method, path, body, headers: ["If-Match": first])
            #expect(stale.status == 412, "\(method)")
            #expect(stale.code == "stale_version")
        }
        #expect(try await librarian.put(path, body, ["If-Match": changed.etag]).status == 200)
        #expect(try await librarian.send("DELETE", path, headers: ["If-Match": "*"]).status == 204)
    }

    @Test("lets one of those win who all delete or change the same version")
    func race() async throws {
        let house = try await LibraryHouse.shared
        let librarian = try await house.librarian()
        for _ in 0..<10 {
            let path = "/api/books/\(try await house.book())"
            let tag = try await house.tag(path)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        number % 2 == 0
                            ? try await librarian.send("DELETE", path, headers: ["If-Match": tag]).status
                            : try await librarian.patch(path, #"{"copies":2}"#, ["If-Match": tag]).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.count { $0 < 300 } == 1, "\(statuses)")
            #expect(statuses.allSatisfy { [200, 204, 404, 412].contains($0) }, "\(statuses)")
        }
    }
}
