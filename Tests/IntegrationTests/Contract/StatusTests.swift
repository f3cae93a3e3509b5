import TestSupport
import Testing

@Suite("Each status that the document has is one that a request gets", .timeLimit(.minutes(2)))
struct StatusTests {
    static let operations = DocumentedAPI.operations

    @Test("with every operation", arguments: operations)
    func everyStatus(operation: DocumentedOperation) async throws {
        let deployment = try await Deployment.shared
        let statuses = DocumentedAPI.responses(operation).keys.compactMap(Int.init).sorted()
        #expect(statuses.contains(401) && statuses.contains(503))
        for status in statuses where status != 503 {
            let scene = try await Scene(deployment, operation)
            guard let answer = try await scene.provoke(status) else {
                Issue.record("nothing here makes \(operation.testDescription) answer \(status)")
                continue
            }
            #expect(answer.status == status, "\(operation.testDescription): \(answer.body)")
        }
    }

    @Test("503 with Retry-After when there is no database, and 401 and 403 as ever")
    func withoutDatabase() async throws {
        try await Deployment.withoutDatabase { deployment in
            for operation in Self.operations {
                let scene = try await Scene(deployment, operation, Person())
                let answer = try await scene.send(as: scene.writer)
                #expect(answer.status == 503, "\(operation.testDescription): \(answer.body)")
                #expect(answer.headers["retry-after"] == "1")
                #expect(try await scene.send(as: deployment.anonymous).status == 401)
            }
        }
    }

    @Test("the document lists the operations that the server has, and HEAD and OPTIONS are answered for each")
    func methods() async throws {
        let deployment = try await Deployment.shared
        #expect(Self.operations.count == 25)
        for operation in Self.operations {
            let scene = try await Scene(deployment, operation)
            let options = try await deployment.anonymous.send("OPTIONS", scene.path)
            #expect(options.status == 204)
            #expect(options.headers["allow"]?.contains(operation.method) == true)
            let refused = try await scene.writer.send("DELETE", scene.path)
            #expect(refused.status == 405)
            #expect(refused.code == "method_not_allowed")
            #expect(refused.headers["allow"] == options.headers["allow"])
        }
    }

    @Test("HEAD has the fields of GET and no body", arguments: operations.filter { $0.method == "GET" })
    func head(operation: DocumentedOperation) async throws {
        let scene = try await Scene(Deployment.shared, operation)
        let get = try await scene.send(as: scene.writer)
        let head = try await scene.writer.send("HEAD", scene.path)
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        for name in ["etag", "content-type", "vary", "cache-control"] {
            #expect(head.headers[name] == get.headers[name], "\(name)")
        }
        // Other suites add to the list meanwhile.
        if !operation.isAdmin { #expect(head.headers["content-length"] == get.headers["content-length"]) }
    }
}
