import TestSupport
import Testing

@Suite("The program ends in good order when it is asked to", .timeLimit(.minutes(1)))
struct BuiltServerTests {
    @Test("SIGTERM under load: exit 0, every acknowledged change kept, nothing secret logged")
    func terminated() async throws {
        try await Deployment.scoped { deployment in
            let people = (0..<20).map { _ in Person() }
            try await deployment.add(people)
            let server = try BuiltServer(databaseURL: deployment.databaseURL)
            try await server.waitUntilUp()
            let port = server.port
            let last = try await withThrowingTaskGroup(of: (String, Int).self) { group in
                for person in people {
                    let token = try await deployment.client(as: person).token
                    group.addTask { (person.id, await Self.write(Client(port: port, token: token))) }
                }
                try await Task.sleep(for: .milliseconds(500))
                #expect(try await server.terminate(within: .seconds(12)) == 0)
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            for (id, number) in last {
                let stored = try await deployment.database.run(
                    "SELECT bio FROM user_profiles WHERE user_id = $1::uuid", id)[0][0]
                // One more may have been made whose answer was not read.
                #expect([number, number + 1].map(String.init).contains(stored))
                #expect(number > 0)
            }
            let output = try server.output
            let password = deployment.databaseURL.split(separator: "@")[0].split(separator: ":").last ?? "-"
            for secret in [String(password), String(decoding: Deployment.tokenSecret, as: UTF8.self), "Bearer"] {
                #expect(!output.contains(secret))
            }
            #expect(!people.contains { output.contains($0.email) })
        }
    }

    @Test("without a database it is alive and not ready, says so, and ends as well")
    func withoutDatabase() async throws {
        let server = try BuiltServer(databaseURL: "postgres://roster:s3cret@127.0.0.1:1/roster")
        try await server.waitUntilUp()
        let client = Client(port: server.port, token: try await Deployment.token(subject: Person().id))
        #expect(try await client.get("/readyz").status == 503)
        #expect(try await client.get("/api/users/me").status == 503)
        #expect(try await server.terminate(within: .seconds(12)) == 0)
        let output = try server.output
        #expect(output.contains("cannot connect to Postgres"))
        #expect(!output.contains("s3cret"))
    }

    /// Counts up in the bio until the server is gone.
    /// - Returns: the last number that was acknowledged.
    private static func write(_ client: Client) async -> Int {
        var number = 0
        guard let conversation = try? await Conversation(client) else { return 0 }
        while let answer = try? await conversation.send("PATCH", "/api/users/me", #"{"bio":"\#(number + 1)"}"#) {
            #expect(answer.status == 200)
            number += 1
            if answer.headers["connection"] == "close" { break }
        }
        await conversation.close()
        return number
    }
}
