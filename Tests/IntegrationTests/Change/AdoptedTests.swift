import TestSupport
import Testing

@Suite("Rows that were there before us are served and can be changed", .timeLimit(.minutes(1)))
struct AdoptedTests {
    private static let sections = ["notification_preferences", "ui_preferences", "privacy_settings"]

    @Test("a section that is no object counts as empty", arguments: ["null", "7", "[]", "[1]", "\"x\"", "true", "{}"])
    func strangeSections(stored: String) async throws {
        let deployment = try await Deployment.shared
        for method in ["PUT", "PATCH"] {
            let person = try await deployment.person()
            let client = try await deployment.client(as: person)
            try await deployment.database.run(
                """
                INSERT INTO user_settings (user_id, notification_preferences, ui_preferences, privacy_settings)
                VALUES ($1::uuid, $2::jsonb, $2::jsonb, $2::jsonb)
                """, person.id, stored)
            let before = try await client.get("/api/users/me/settings")
            #expect(before.json["ui_preferences"] == ["theme": "system", "language": "en"])
            #expect(before.json["privacy_settings"]?["visibility"]?["bio"] == "user")
            let body = """
                {"ui_preferences":{"theme":"dark"},"privacy_settings":{"visibility":{"bio":"nobody"}},
                "notification_preferences":{"quiet_hours":{"from":"22:00","to":"07:00"}}}
                """
            let answer = try await client.send(method, "/api/users/me/settings", body)
            #expect(answer.status == 200, "\(answer.body)")
            #expect(answer.json["ui_preferences"] == ["theme": "dark", "language": "en"])
            #expect(answer.json["privacy_settings"]?["visibility"]?["bio"] == "nobody")
            #expect(answer.json["notification_preferences"]?["quiet_hours"]?["to"] == "07:00:00")
        }
    }

    @Test("a map of choices that is no object does not stand in the way of a choice")
    func strangeMap() async throws {
        let deployment = try await Deployment.shared
        for stored in [#"{"visibility":7}"#, #"{"visibility":null}"#, #"{"visibility":["bio"]}"#] {
            let person = try await deployment.person()
            let client = try await deployment.client(as: person)
            try await deployment.database.run(
                "INSERT INTO user_settings (user_id, privacy_settings) VALUES ($1::uuid, $2::jsonb)", person.id, stored)
            let answer = try await client.patch(
                "/api/users/me/settings/privacy_settings", #"{"visibility":{"bio":"nobody"}}"#)
            #expect(answer.json["visibility"] == ["bio": "nobody", "email": "nobody", "phone": "nobody"])
            #expect(try await deployment.client(roles: "user").get(person.path).redacted.contains("bio"))
        }
    }

    @Test("values of another kind than the spec's count as not set, and stand in no change's way")
    func strangeValues() async throws {
        let deployment = try await Deployment.shared
        for method in ["PUT", "PATCH"] {
            let person = try await deployment.person()
            let client = try await deployment.client(as: person)
            try await deployment.database.run(
                """
                INSERT INTO user_settings (user_id, notification_preferences, ui_preferences, privacy_settings)
                VALUES ($1::uuid, '{"digest":"hourly","email":"yes","quiet_hours":7}', '{"theme":7,"language":["en"]}',
                    '{"searchable":0,"visibility":{"bio":"friends","email":null,"phone":7}}')
                """, person.id)
            let before = try await client.get("/api/users/me/settings").json
            #expect(before["notification_preferences"] == ["digest": "weekly", "email": true, "quiet_hours": .null])
            #expect(before["ui_preferences"] == ["theme": "system", "language": "en"])
            // The mask takes an unknown word for the strictest level, and so it is shown.
            let levels: JSON = ["bio": "nobody", "email": "nobody", "phone": "nobody"]
            #expect(before["privacy_settings"] == ["searchable": true, "visibility": levels])
            #expect(try await deployment.client(roles: "user").get(person.path).redacted.contains("bio"))
            let body = #"{"notification_preferences":{"email":false},"ui_preferences":{"theme":"dark"}}"#
            let answer = try await client.send(method, "/api/users/me/settings", body)
            #expect(answer.status == 200, "\(answer.body)")
            #expect(answer.json["notification_preferences"]?["email"] == false)
            let hours = #"{"quiet_hours":{"from":"22:00","to":"07:00"}}"#
            let set = try await client.send(method, "/api/users/me/settings/notification_preferences", hours)
            #expect(set.json["quiet_hours"]?["from"] == "22:00:00", "\(set.body)")
        }
    }

    @Test("a profile with nothing in it is shown and can be filled")
    func emptyProfile() async throws {
        let deployment = try await Deployment.shared
        let id = try await deployment.identity()
        try await deployment.database.run(
            "INSERT INTO user_profiles (user_id, created_at, updated_at) VALUES ($1::uuid, NULL, NULL)", id)
        let client = try await deployment.client(subject: id)
        let before = try await client.get("/api/users/me")
        #expect(before.json["display_name"] == .null)
        #expect(before.json["email"] == .null)
        #expect(before.json["created_at"] == .null)
        #expect(before.json["completion"]?["score"] == 0)
        #expect(try await client.patch("/api/users/me", #"{"bio":"Hello."}"#).json["bio"] == "Hello.")
        let filled = try await client.put("/api/users/me", #"{"display_name":"Ada","email":"\#(id)@example.com"}"#)
        #expect(filled.json["display_name"] == "Ada")
        #expect(filled.json["updated_at"] != .null)
    }

    @Test("two rows without an identity are nobody's, and are not listed")
    func withoutIdentity() async throws {
        try await Deployment.scoped { deployment in
            try await deployment.database.run(
                "INSERT INTO user_profiles (display_name, email) VALUES ('Nobody', 'a@example.com'), ('Nobody', NULL)")
            let admin = try await deployment.client(roles: "admin")
            #expect(try await admin.get("/api/admin/users").json["data"] == [])
            let person = try await deployment.person()
            let taken = try await deployment.client(as: person).patch("/api/users/me", #"{"email":"A@example.com"}"#)
            #expect(taken.status == 409)
        }
    }
}
