import TestSupport
import Testing

@Suite("Operations move a record from state to state", .timeLimit(.minutes(1)))
struct MoveTests {
    @Test("the answer is the record in its new state, with the tag that a read gives")
    func moves() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let admin = try await deployment.client(roles: "admin")
        let own = try await deployment.client(as: person)
        let before = try await admin.get(person.path)
        for (operation, body, state) in [
            ("suspend", #"{"reason":"Spam.","until":"2030-01-01T00:00:00Z"}"#, "suspended"),
            ("reactivate", "{}", "active"),
            ("deactivate", "{}", "deactivated"),
        ] {
            let answer = try await admin.post("/api/admin/users/\(person.id)/\(operation)", body)
            #expect(answer.status == 200, "\(operation): \(answer.body)")
            #expect(answer.json["status"] == .string(state))
            #expect(answer.etag != before.etag)
            let read = try await admin.get(person.path)
            #expect(read.body == answer.body)
            #expect(read.etag == answer.etag)
            #expect(try await own.get(person.path).json["status"] == .string(state), "the owner's cached view is old")
        }
    }

    @Test("the owner moves the own record at me, without a body if need be, and has no other way")
    func own() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let own = try await deployment.client(as: person)
        #expect(try await own.post("/api/admin/users/\(person.id)/deactivate", "{}").status == 403)
        #expect(try await own.post("/api/admin/users/\(person.id)/suspend", #"{"reason":"Mine."}"#).status == 403)
        #expect(try await own.send("POST", "/api/users/me/suspend").status == 404)
        let answer = try await own.send("POST", "/api/users/me/deactivate")
        #expect(answer.status == 200, "\(answer.body)")
        #expect(answer.json["status"] == "deactivated")
        #expect(try await own.get("/api/users/me").json["status"] == "deactivated")
    }

    @Test("a move from another state is refused with the states that it starts from, and leaves no trace")
    func illegal() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person { $0.status = "deactivated" }
        let admin = try await deployment.client(roles: "admin")
        let before = try await admin.get(person.path)
        let answer = try await admin.post("/api/admin/users/\(person.id)/suspend", #"{"reason":"Spam."}"#)
        #expect(answer.status == 409)
        #expect(answer.code == "illegal_transition")
        #expect(answer.json["detail"] == "It starts from active, invited.")
        #expect(answer.json["errors"]?[0]?["pointer"] == "/status")
        #expect(!answer.body.contains("deactivated"), "the state is told to those who may read it alone")
        #expect(try await admin.get(person.path).etag == before.etag)
        #expect(try await Self.events(deployment, person).isEmpty)
    }

    @Test("nothing but an operation sets the state")
    func written() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let admin = try await deployment.client(roles: "admin")
        let answer = try await admin.patch(person.path, #"{"status":"suspended"}"#)
        #expect(answer.status == 422)
        #expect(answer.json["errors"]?[0]?["code"] == "not_writable")
    }

    @Test("the input is checked like any body, and everything that is wrong with it is told")
    func input() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let admin = try await deployment.client(roles: "admin")
        let path = "/api/admin/users/\(person.id)/suspend"
        let answer = try await admin.post(path, #"{"reason":"","until":"tomorrow","more":1}"#)
        #expect(answer.status == 422)
        let issues = (0..<3).map { answer.json["errors"]?[$0] }
        #expect(issues.map { $0?["pointer"] } == ["/reason", "/until", "/more"])
        #expect(issues.map { $0?["code"] } == ["too_short", "invalid_timestamp", "unknown_field"])
        let missing = try await admin.post(path, "{}")
        #expect(missing.json["errors"]?[0]?["code"] == "missing_field")
        #expect(try await admin.send("POST", path).status == 415, "a body that is needed is left out")
        #expect(try await admin.post("/api/admin/users/\(person.id)/deactivate", "[]").status == 422)
    }

    @Test("If-Match is honoured, and a stale tag wins over an illegal state")
    func match() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let admin = try await deployment.client(roles: "admin")
        let path = "/api/admin/users/\(person.id)/deactivate"
        let first = try await admin.get(person.path).etag
        #expect(try await admin.patch(person.path, #"{"bio":"new"}"#).status == 200)
        #expect(try await admin.post(path, "{}", ["If-Match": first]).status == 412)
        let present = try await admin.get(person.path).etag
        #expect(try await admin.post(path, "{}", ["If-Match": present]).status == 200)
        #expect(try await admin.post(path, "{}", ["If-Match": present]).status == 412)
        #expect(try await admin.post(path, "{}").status == 409)
    }

    @Test("the event has the operation's name, and the reason is in it and nowhere else")
    func audit() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let id = Person().id
        let admin = try await deployment.client(subject: id, roles: ["admin"])
        _ = try await admin.post(
            "/api/admin/users/\(person.id)/suspend",
            #"{"reason":"Told \"lies\".","until":"2030-01-01T01:00:00+01:00"}"#,
            ["X-Request-Id": "moved"])
        _ = try await admin.send("POST", "/api/admin/users/\(person.id)/reactivate")
        let events = try await Self.events(deployment, person)
        #expect(
            events == [
                [id, "suspend", "status", #"{"until": "2030-01-01T00:00:00Z", "reason": "Told \"lies\"."}"#],
                [id, "reactivate", "status", nil],
            ])
        let row = try await deployment.database.run(
            """
            SELECT e.version::text, p.row_version::text, e.request_id FROM roster.audit_events AS e
            JOIN user_profiles AS p ON p.user_id = e.record_id
            WHERE e.record_id = $1::uuid ORDER BY e.id DESC
            """, person.id)
        #expect(row[0][0] == row[0][1])
        #expect(row[1][2] == "moved")
    }

    @Test("of many who move a record at once, one does")
    func race() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let admin = try await deployment.client(roles: "admin")
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<12 {
                group.addTask { try await admin.post("/api/admin/users/\(person.id)/deactivate", "{}").status }
            }
            return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(statuses == [200: 1, 409: 11])
        #expect(try await Self.events(deployment, person).count == 1)
    }

    @Test("the own profile says which operations its reader may call")
    func permissions() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let own = try await deployment.client(as: person).get("/api/users/me").json["permissions"]?.elements ?? []
        #expect(own.contains("profile:deactivate") && !own.contains("profile:suspend"))
    }

    private static func events(_ deployment: Deployment, _ person: Person) async throws -> [[String?]] {
        try await deployment.database.run(
            """
            SELECT actor, action, array_to_string(fields, ','), detail::text FROM roster.audit_events
            WHERE record_id = $1::uuid ORDER BY id
            """, person.id)
    }
}
