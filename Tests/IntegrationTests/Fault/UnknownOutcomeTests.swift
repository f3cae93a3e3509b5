import Runtime
import TestSupport
import Testing

@Suite("A change that was given up and happens after all is not hidden by the cache", .timeLimit(.minutes(1)))
struct UnknownOutcomeTests {
    @Test("of a profile, and of the choices that rule it")
    func happensLater() async throws {
        let deployment = try await Deployment.shared
        // Two people: the change of a profile is of the version that its hook has looked at, and a choice makes another one.
        let person = try await deployment.person()
        let chooser = try await deployment.person()
        let own = try await deployment.client(as: person)
        let choosing = try await deployment.client(as: chooser)
        let peer = try await deployment.client(roles: "user")
        for path in [person.path, chooser.path] { _ = try await peer.get(path) }
        try await deployment.database.withSession { session in
            try await session.execute(
                "BEGIN; SELECT FROM user_profiles WHERE user_id IN ('\(person.id)', '\(chooser.id)') FOR UPDATE")
            let began = ContinuousClock.now
            async let profile = own.patch("/api/users/me", #"{"bio":"late"}"#)
            async let settings = choosing.patch(
                "/api/users/me/settings", #"{"privacy_settings":{"visibility":{"email":"user"}}}"#)
            // Each waits for its row, and are given up at the request's deadline.
            for answer in [try await profile, try await settings] {
                #expect(answer.status == 503)
                #expect(answer.headers["retry-after"] == "1")
            }
            #expect(.now - began < .milliseconds(2500))
            #expect(try await peer.get(person.path).json["bio"] == "Builds engines.")
            #expect(try await peer.get(chooser.path).json["email"] == nil)
            // Postgres goes on with them all the same: it has not noticed that nobody waits.
            try await session.execute("COMMIT")
        }
        let stored =
            "SELECT bio, (SELECT privacy_settings #>> '{visibility,email}' FROM user_settings WHERE user_id = $2::uuid) "
            + "FROM user_profiles WHERE user_id = $1::uuid"
        while try await deployment.database.run(stored, person.id, chooser.id) != [["late", "user"]] {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(try await peer.get(person.path).json["bio"] == "late")
        #expect(try await peer.get(chooser.path).json["email"]?.string == chooser.email)
    }
}
