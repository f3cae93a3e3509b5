import Library
import NIOHTTP1
import Runtime
import TestSupport
import Testing

@testable import Server

extension Author: RecordModel {}

@Suite("Hooks before and after a deletion", .timeLimit(.minutes(1)))
struct DeleteHookTests {
    /// The library's contract with hooks of authors, and a call of its own beside its routes.
    private static func api(
        before: @escaping @Sendable (inout BeforeDelete<Author>) async throws -> Void,
        after: @escaping @Sendable (Committed<Author>) async throws -> Void = { _ in }
    ) -> API {
        API(
            contract: contract, roles: Roles.table,
            routes: { services in
                var hooks = RecordHooks<Author>(functions: NoFunctions())
                hooks.beforeDelete = before
                hooks.afterCommit = after
                let authors = RecordStore<Author>(services, hooks)
                return [
                    Route("/api/authors", [(.POST, CreateRecord(authors, at: "/api/authors"))]),
                    Route(
                        "/api/authors/{id}",
                        [
                            (.GET, ReadRecord(authors, of: .parameter, including: [])),
                            (.PATCH, UpdateRecord(authors, of: .parameter, .patch)),
                            (.DELETE, DeleteRecord(authors, of: .parameter)),
                        ]),
                    Route(
                        "/api/authors/count",
                        [(.GET, AnswerCall(services, "count", on: "book", allow: Roles.librarian, by: Self.count))]),
                ]
            },
            migrations: migrations, openAPI: openAPIDocument, reference: referencePage)
    }

    private struct Count: OperationOutput {
        let authors: Int64
        func write(to json: inout JSONWriter) {
            json.beginObject()
            json.key("authors")
            json.int(authors)
            json.endObject()
        }
    }

    private static func count(_ call: Call<NoInput>) async throws -> Count {
        let rows = try await call.query(
            Statement("count_authors", "SELECT count(*) FROM authors", parameterTypes: []), Parameters())
        return Count(authors: rows.first?.int64(0) ?? 0)
    }

    /// An author, and somebody who may delete one.
    private static func author(_ deployment: Deployment) async throws -> (path: String, client: Client) {
        let token = try await Deployment.token(subject: Person().id, roles: ["librarian"])
        let client = Client(port: deployment.port, token: token, isChecked: false)
        let made = try await client.post("/api/authors", #"{"name":"Mary Shelley"}"#)
        #expect(made.status == 201, "\(made.body)")
        return ("/api/authors/" + (made.json["id"]?.string ?? ""), client)
    }

    @Test("one that is refused is a 409 with the reasons, and the record stays as it was")
    func refused() async throws {
        let asked = Seen<String>()
        let api = Self.api(before: { change in
            asked.add(change.old.name ?? "")
            if change.old.name == "Mary Shelley" {
                change.refuse("She wrote a classic.")
                change.refuse("She is on the syllabus.")
            }
            if change.old.name == "accident" { throw Accident() }
        })
        try await Deployment.scoped(serving: api) { deployment in
            let (path, client) = try await Self.author(deployment)
            let before = try await client.get(path)
            let refused = try await client.send("DELETE", path)
            #expect(refused.status == 409)
            #expect(refused.code == "deletion_refused")
            #expect(refused.json["detail"] == "She wrote a classic. She is on the syllabus.")
            #expect(try await client.get(path).body == before.body)
            #expect(try await client.patch(path, #"{"name":"accident"}"#).status == 200)
            let accident = try await client.send("DELETE", path)
            #expect(accident.status == 500)
            #expect(!accident.body.contains("secret"))
            #expect(try await client.send("DELETE", path, headers: ["If-Match": before.etag]).status == 412)
            #expect(asked.all == ["Mary Shelley", "accident"], "it was asked about what is refused without it")
            #expect(try await client.patch(path, #"{"name":"Percy Shelley"}"#).status == 200)
            #expect(try await client.send("DELETE", path).status == 204)
            #expect(try await client.send("DELETE", path).status == 404)
            #expect(try await client.get(path).status == 404)
        }
    }

    @Test("it is of the version that the hook looked at, and what is told afterwards is what was deleted")
    func races() async throws {
        let (asked, gate, told) = (Seen<String>(), Seen<Bool>(), Seen<String>())
        let api = Self.api(
            before: { change in
                asked.add(change.old.name ?? "")
                if asked.all.count == 1 { _ = try await gate.wait(for: 1) }
            }, after: { told.add("\($0.action) \($0.record.name ?? "")") })
        try await Deployment.scoped(serving: api) { deployment in
            let (path, client) = try await Self.author(deployment)
            async let deletion = client.send("DELETE", path)
            _ = try await asked.wait(for: 1)
            #expect(try await client.patch(path, #"{"name":"Mary Godwin"}"#).status == 200)
            gate.add(true)
            #expect(try await deletion.status == 204)
            #expect(asked.all == ["Mary Shelley", "Mary Godwin"])
            #expect(
                try await told.wait(for: 3) == ["create Mary Shelley", "update Mary Godwin", "delete Mary Godwin"])
        }
    }

    @Test("a call without a record asks the database for its answer, and lets nobody else in")
    func call() async throws {
        try await Deployment.scoped(serving: Self.api(before: { _ in })) { deployment in
            let (_, client) = try await Self.author(deployment)
            #expect(try await client.get("/api/authors/count").json == ["authors": 1])
            let reader = Client(
                port: deployment.port, token: try await Deployment.token(subject: Person().id), isChecked: false)
            #expect(try await reader.get("/api/authors/count").status == 403)
            #expect(try await Client(port: deployment.port, isChecked: false).get("/api/authors/count").status == 401)
            #expect(try await client.get("/api/authors/count?more=1").status == 400)
        }
    }
}
