import Runtime
import TestSupport
import Testing

@testable import Server

@Suite("Each status that the document has is one that a request gets", .timeLimit(.minutes(2)))
struct StatusTests {
    static let operations = DocumentedAPI.operations
    static let ofTheSpec = DocumentedAPI.ofTheSpec

    /// Statuses that other tests of this suite provoke, with servers of their own.
    static let elsewhere: Set<Int> = [408, 500, 503]

    @Test("with every operation", arguments: operations)
    func everyStatus(operation: DocumentedOperation) async throws {
        let deployment = try await Deployment.shared
        let statuses = DocumentedAPI.responses(operation).keys.compactMap(Int.init).sorted()
        #expect(statuses.contains(401))
        for status in statuses where !Self.elsewhere.contains(status) {
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
            for operation in Self.ofTheSpec {
                let scene = try await Scene(deployment, operation, Person())
                let answer = try await scene.send(as: scene.writer)
                #expect(answer.status == 503, "\(operation.testDescription): \(answer.body)")
                #expect(answer.headers["retry-after"] == "1")
                #expect(try await scene.send(as: deployment.anonymous).status == 401)
            }
            #expect(try await deployment.anonymous.get("/readyz").status == 503)
        }
    }

    @Test("500 without a word of the database when that is not what it should be", arguments: ofTheSpec)
    func brokenDatabase(operation: DocumentedOperation) async throws {
        let scene = try await Scene(Broken.deployment, operation, Person())
        let answer = try await scene.send(as: scene.writer)
        #expect(answer.status == 500, "\(operation.testDescription): \(answer.body)")
        #expect(answer.code == "internal_error")
        #expect(!answer.body.contains("user_"))
    }

    @Test("408 when a request begins and does not end")
    func unfinished() async throws {
        let impatient = try await Deployment.shared.another { $0.http.bodyTime = .milliseconds(200) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for operation in Self.operations {
                group.addTask {
                    let scene = try await Scene(impatient, operation, Person())
                    let answer = try await scene.writer.send(
                        operation.method, scene.path, headers: ["Content-Length": "9"])
                    #expect(answer.status == 408, "\(operation.testDescription): \(answer.body)")
                }
            }
            try await group.waitForAll()
        }
        await impatient.stop()
    }

    @Test("every operation and status of the document is provoked by one of these tests")
    func nothingLeftOut() {
        let stores: Set<Int> = [500, 503]
        for operation in Self.operations {
            let statuses = Set(DocumentedAPI.responses(operation).keys.compactMap(Int.init))
            #expect(statuses.contains(408))
            // Who asks a store says so; of the others only the probe may say that it is not ready.
            let expected = operation.isService ? operation.pattern == "/readyz" ? [503] : [] : stores
            #expect(statuses.intersection(stores) == expected, "\(operation.testDescription)")
        }
    }

    @Test("the document lists the operations that the server has, and HEAD and OPTIONS are answered for each")
    func methods() async throws {
        let deployment = try await Deployment.shared
        for operation in Self.operations {
            let scene = try await Scene(deployment, operation)
            let options = try await deployment.anonymous.send("OPTIONS", scene.path)
            #expect(options.status == 204)
            let allowed = Set((options.headers["allow"] ?? "").split(separator: ", ").map(String.init))
            let documented = Set(Self.operations.filter { $0.pattern == operation.pattern }.map(\.method))
            #expect(allowed == documented.union(documented.contains("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"]))
            let refused = try await scene.writer.send("TRACE", scene.path)
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
        // Other suites add to the list, and requests to the metrics, meanwhile.
        if !operation.isAdmin, operation.pattern != "/metrics" {
            #expect(head.headers["content-length"] == get.headers["content-length"])
        }
    }
}

/// A server on a database whose tables have gone after the migration. It ends with the process.
private enum Broken {
    static var deployment: Deployment {
        get async throws { try await start.value }
    }

    private static let start = Task {
        let deployment = try await Deployment.onNewDatabase()
        try await deployment.database.run("DROP TABLE user_profiles, user_settings CASCADE")
        return deployment
    }
}
