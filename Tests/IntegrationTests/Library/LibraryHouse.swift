import DevServices
import Foundation
import Library
import Runtime
import TestSupport
import Testing

/// Two servers of the library's contract on one database and one Redis, for all its suites. They end with the process.
struct LibraryHouse: Sendable {
    let first: Deployment
    let second: Deployment

    static var shared: LibraryHouse {
        get async throws { try await start.value }
    }

    private static let start = Task {
        let redis = try await PrivateRedis.shared.url
        let first = try await Deployment.onNewDatabase(redis: redis, serving: Library.api)
        let second = try await Deployment(on: first.databaseURL, redis: redis, serving: Library.api)
        return LibraryHouse(first: first, second: second)
    }

    var database: Database { first.database }

    var anonymous: Client { Client(port: first.port, isChecked: false) }

    func librarian() async throws -> Client { try await reader(UUID().uuidString.lowercased(), ["librarian"]) }

    /// Somebody with a token.
    func reader(_ id: String = UUID().uuidString.lowercased(), _ roles: [String] = []) async throws -> Client {
        Client(port: first.port, token: try await Deployment.token(subject: id, roles: roles), isChecked: false)
    }

    /// The same caller at the other server.
    func elsewhere(_ client: Client) -> Client {
        Client(port: second.port, token: client.token, isChecked: false)
    }
}

extension LibraryHouse {
    /// Makes a record and gives its key.
    func make(_ path: String, _ body: String, at location: SourceLocation = #_sourceLocation) async throws -> String {
        let answer = try await librarian().post(path, body)
        #expect(answer.status == 201, "\(answer.body)", sourceLocation: location)
        return try #require(answer.json["id"]?.string, sourceLocation: location)
    }

    func author(_ name: String = "Mary Shelley", mentor: String? = nil) async throws -> String {
        let mentor = mentor.map { #","mentor":"\#($0)""# } ?? ""
        return try await make("/api/authors", #"{"name":"\#(name)"\#(mentor)}"#)
    }

    func book(by author: String, translator: String? = nil) async throws -> String {
        let translator = translator.map { #","translator":"\#($0)""# } ?? ""
        return try await make("/api/books", #"{"title":"Frankenstein","author":"\#(author)"\#(translator)}"#)
    }

    /// A book of an author of its own.
    func book() async throws -> String { try await book(by: author()) }

    func loan(of book: String, to borrower: String, renewing: String? = nil) async throws -> String {
        let renewed = renewing.map { #","renewal_of":"\#($0)""# } ?? ""
        return try await make(
            "/api/loans",
            #"{"book":"\#(book)","borrower":"\#(borrower)","due":"2026-12-01","remark":"late"\#(renewed)}"#)
    }

    /// The entity tag as a librarian has it.
    func tag(_ path: String) async throws -> String { try await librarian().get(path).etag }
}
