import TestSupport
import Testing

@Suite("Each change leaves its trace in the same transaction", .timeLimit(.minutes(1)))
struct AuditTests {
    @Test("one event per change: who, what, which fields, which version, which request, and no value")
    func events() async throws {
        let deployment = try await Deployment.shared
        let (admin, id) = (Person().id, try await deployment.identity())
        let client = try await deployment.client(subject: admin, roles: ["admin"])
        let own = try await deployment.client(subject: id)
        let made = #"{"user_id":"\#(id)","display_name":"Secret One","email":"\#(id)@example.com"}"#
        _ = try await client.post("/api/admin/users", made, ["X-Request-Id": "first"])
        _ = try await client.patch(
            "/api/users/\(id)", #"{"phone":"+33123456789","bio":null}"#, ["X-Request-Id": "second"])
        _ = try await own.put(
            "/api/users/me", made.replacing("\"user_id\":\"\(id)\",", with: ""), ["X-Request-Id": "third"])
        _ = try await own.patch(
            "/api/users/me/settings", #"{"privacy_settings":{"visibility":{"bio":"nobody"}},"ui_preferences":null}"#,
            ["X-Request-Id": "fourth"])
        _ = try await client.patch(
            "/api/users/\(id)/settings/ui_preferences", #"{"theme":"dark"}"#, ["X-Request-Id": "fifth"])
        // Names no field, so it is no change.
        _ = try await own.patch("/api/users/me", "{}", ["X-Request-Id": "sixth"])
        let rows = try await deployment.database.run(
            """
            SELECT actor, action, resource, array_to_string(fields, ','), request_id
            FROM roster.audit_events WHERE record_id = $1::uuid ORDER BY id
            """, id)
        #expect(
            rows == [
                [admin, "create", "profile", "user_id,display_name,email", "first"],
                [admin, "update", "profile", "bio,phone", "second"],
                [id, "update", "profile", "display_name,email", "third"],
                [id, "update", "settings", "ui_preferences,privacy_settings", "fourth"],
                [admin, "update", "settings", "ui_preferences", "fifth"],
            ])
        let text =
            try await deployment.database.run(
                "SELECT string_agg(e::text, ' ') FROM roster.audit_events AS e WHERE record_id = $1::uuid", id)[0][0]
            ?? ""
        for value in ["Secret", "@example.com", "+331", "dark", "nobody"] { #expect(!text.contains(value), "\(value)") }
    }

    @Test("the event has the version that the row has, and versions grow")
    func versions() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let client = try await deployment.client(as: person)
        var last = try await Self.version(deployment, person)
        for path in ["/api/users/me", person.path] {
            for method in ["PATCH", "PUT"] {
                let body = #"{"display_name":"Ada","email":"\#(person.email)"}"#
                let answer = try await client.send(method, path, body)
                let version = try await Self.version(deployment, person)
                #expect(version > last)
                #expect(answer.etag.hasPrefix("\"\(version)-"))
                let event = try await deployment.database.run(
                    "SELECT version::text FROM roster.audit_events WHERE record_id = $1::uuid ORDER BY id DESC LIMIT 1",
                    person.id)
                #expect(event == [[String(version)]])
                last = version
            }
        }
    }

    @Test("a refused change leaves neither event nor version")
    func refused() async throws {
        let deployment = try await Deployment.shared
        let (person, other) = (try await deployment.person(), try await deployment.person())
        let client = try await deployment.client(as: person)
        let before = try await Self.version(deployment, person)
        for (body, headers) in [
            (#"{"email":"\#(other.email)"}"#, [:]), ("{}", ["If-Match": "\"1-0-0\""]), (#"{"bio":7}"#, [:]),
            ("{", [:]),
        ] {
            #expect(try await client.patch("/api/users/me", body, headers).status >= 400)
        }
        #expect(try await Self.version(deployment, person) == before)
        let events = try await deployment.database.run(
            "SELECT count(*)::text FROM roster.audit_events WHERE record_id = $1::uuid", person.id)
        #expect(events == [["0"]])
    }

    @Test("a service without an identity is written down as nobody")
    func serviceActor() async throws {
        let deployment = try await Deployment.shared
        let id = try await deployment.identity()
        let service = try await deployment.client(subject: "billing", roles: ["service"])
        let body = #"{"user_id":"\#(id)","display_name":"New","email":"\#(id)@example.com"}"#
        #expect(try await service.post("/api/admin/users", body).status == 201)
        let rows = try await deployment.database.run(
            "SELECT actor, action FROM roster.audit_events WHERE record_id = $1::uuid", id)
        #expect(rows == [[nil, "create"]])
    }

    private static func version(_ deployment: Deployment, _ person: Person) async throws -> Int {
        let rows = try await deployment.database.run(
            "SELECT row_version::text FROM user_profiles WHERE user_id = $1::uuid", person.id)
        return try #require(rows.first?.first?.flatMap(Int.init))
    }
}
