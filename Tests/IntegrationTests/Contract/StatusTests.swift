import Runtime
import TestSupport
import Testing

@testable import Server

// Serialized, for the last one says what the others have left out.
@Suite("Each status that the document has is one that a request gets", .serialized, .timeLimit(.minutes(2)))
struct StatusTests {
    static let operations = DocumentedAPI.operations
    static let ofTheSpec = DocumentedAPI.ofTheSpec

    /// Statuses that other tests of this suite provoke, with servers of their own.
    static let elsewhere: Set<Int> = [408, 500, 503]

    static let ledger = StatusLedger()

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
            Self.ledger.expect(status, answer, of: operation)
        }
    }

    @Test("503 with Retry-After when there is no database, and 401 and 403 as ever")
    func withoutDatabase() async throws {
        try await Deployment.withoutDatabase { deployment in
            for operation in Self.ofTheSpec {
                let scene = try await Scene(deployment, operation, Person())
                let answer = try await scene.send(as: scene.writer)
                Self.ledger.expect(503, answer, of: operation)
                #expect(answer.headers["retry-after"] == "1")
                #expect(try await scene.send(as: deployment.anonymous).status == 401)
            }
            let probe = try #require(DocumentedAPI.operation("GET", "/readyz"))
            Self.ledger.expect(503, try await deployment.anonymous.get("/readyz"), of: probe)
        }
    }

    @Test("500 without a word of the database when that is not what it should be", arguments: ofTheSpec)
    func brokenDatabase(operation: DocumentedOperation) async throws {
        let scene = try await Scene(Broken.deployment, operation, Person())
        let answer = try await scene.send(as: scene.writer)
        Self.ledger.expect(500, answer, of: operation)
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
                    Self.ledger.expect(408, answer, of: operation)
                }
            }
            try await group.waitForAll()
        }
        await impatient.stop()
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

    @Test("none is left out: the list of those that no test here has provoked is empty")
    func nothingLeftOut() {
        let documented = Self.operations.flatMap { operation in
            DocumentedAPI.responses(operation).keys.compactMap(Int.init).map { (operation, $0) }
        }
        let open = documented.filter { !Self.ledger.has($1, of: $0) }.map { "\($0.testDescription) \($1)" }.sorted()
        print("\(documented.count) statuses of \(Self.operations.count) operations, not provoked: \(open.count)")
        for line in open { print("  \(line)") }
        #expect(open.isEmpty, "\(open)")
        #expect(documented.count > 500)
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
