import Runtime
import TestSupport
import Testing

@Suite("A server that is asked to stop finishes what it has begun", .timeLimit(.minutes(1)))
struct GracefulStopTests {
    @Test("a change that waits for the database is finished and kept, and nothing new is taken")
    func finishes() async throws {
        try await Deployment.scoped { deployment in
            let person = try await deployment.person()
            let client = try await deployment.client(as: person)
            let server = try await deployment.another()
            let own = Client(port: server.port, token: client.token)
            let answer = try await deployment.database.withSession { session in
                try await session.execute("BEGIN; SELECT FROM user_profiles WHERE user_id = '\(person.id)' FOR UPDATE")
                async let answer = own.patch("/api/users/me", #"{"bio":"late"}"#)
                try await Self.waitForLock(deployment)
                async let stopped: Void = server.stop()
                while (try? await own.get("/livez")) != nil { try await Task.sleep(for: .milliseconds(5)) }
                try await session.execute("COMMIT")
                await stopped
                return try await answer
            }
            #expect(answer.status == 200)
            #expect(answer.headers["connection"] == "close")
            #expect(try await client.get(person.path).json["bio"] == "late")
        }
    }

    /// Until a statement waits for another's lock.
    private static func waitForLock(_ deployment: Deployment) async throws {
        let waiting =
            "SELECT count(*)::text FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        while try await deployment.database.run(waiting) == [["0"]] { try await Task.sleep(for: .milliseconds(5)) }
    }
}
