import Runtime
import TestSupport
import Testing

@Suite("A change that was given up and happens after all is not hidden by the cache", .timeLimit(.minutes(1)))
struct UnknownOutcomeTests {
    @Test("of a profile, and of the choices that rule it")
    func happensLater() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let own = try await deployment.client(as: person)
        let peer = try await deployment.client(roles: "user")
        _ = try await peer.get(person.path)
        try await deployment.database.withSession { session in
            try await session.execute("BEGIN; SELECT FROM user_profiles WHERE user_id = '\(person.id)' FOR UPDATE")
            let began = ContinuousClock.now
            async let profile = own.patch("/api/users/me", #"{"bio":"late"}"#)
            async let settings = own.patch(
                "/api/users/me/settings", #"{"privacy_settings":{"visibility":{"email":"user"}}}"#)
            // Both wait for the row, and are given up at the request's deadline.
            for answer in [try await profile, try await settings] {
                #expect(answer.status == 503)
                #expect(answer.headers["retry-after"] == "1")
            }
            #expect(.now - began < .milliseconds(2500))
            let before = try await peer.get(person.path).json
            #expect(before["bio"] == "Builds engines.")
            #expect(before["email"] == nil)
            // Postgres goes on with them all the same: it has not noticed that nobody waits.
            try await session.execute("COMMIT")
        }
        let stored =
            "SELECT bio, (SELECT privacy_settings #>> '{visibility,email}' FROM user_settings AS s "
            + "WHERE s.user_id = p.user_id) FROM user_profiles AS p WHERE user_id = $1::uuid"
        while try await deployment.database.run(stored, person.id) != [["late", "user"]] {
            try await Task.sleep(for: .milliseconds(5))
        }
        let after = try await peer.get(person.path)
        #expect(after.json["bio"] == "late")
        #expect(after.json["email"]?.string == person.email)
    }
}
