import TestSupport
import Testing

@Suite("Settings keep what is not named, and null is back to the standard", .timeLimit(.minutes(1)))
struct SettingsChangeTests {
    private static let standard: JSON = [
        "notification_preferences": ["digest": "weekly", "email": true, "quiet_hours": .null],
        "ui_preferences": ["theme": "system", "language": "en"],
        "privacy_settings": [
            "searchable": true, "visibility": ["bio": "user", "email": "nobody", "phone": "nobody"],
        ],
    ]
    private static let path = "/api/users/me/settings"

    @Test(
        "who never chose has the standard, and an empty body changes nothing of it", arguments: ["GET", "PUT", "PATCH"])
    func standard(method: String) async throws {
        let deployment = try await Deployment.shared
        let client = try await deployment.client(as: deployment.person())
        #expect(try await client.send(method, Self.path, method == "GET" ? nil : "{}").json == Self.standard)
        for section in Self.standard.members.keys {
            let body = method == "GET" ? nil : "{}"
            #expect(try await client.send(method, Self.path + "/" + section, body).json == Self.standard[section])
        }
    }

    @Test("sections and keys that are not named stay", arguments: ["PUT", "PATCH"])
    func kept(method: String) async throws {
        let deployment = try await Deployment.shared
        let client = try await deployment.client(as: deployment.person())
        _ = try await client.send(method, Self.path, #"{"ui_preferences":{"theme":"dark","language":"de"}}"#)
        _ = try await client.send(method, Self.path, #"{"notification_preferences":{"digest":"never"}}"#)
        _ = try await client.send(method, Self.path + "/ui_preferences", #"{"language":"pt-BR"}"#)
        let settings = try await client.get(Self.path).json
        #expect(settings["ui_preferences"] == ["theme": "dark", "language": "pt-BR"])
        #expect(settings["notification_preferences"]?["digest"] == "never")
        #expect(settings["privacy_settings"] == Self.standard["privacy_settings"])
        _ = try await client.send(
            method, Self.path, #"{"ui_preferences":{"theme":null},"notification_preferences":null}"#)
        let after = try await client.get(Self.path).json
        #expect(after["ui_preferences"] == ["theme": "system", "language": "pt-BR"])
        #expect(after["notification_preferences"] == Self.standard["notification_preferences"])
        #expect(
            try await client.send(method, Self.path + "/ui_preferences", "null").json == Self.standard["ui_preferences"]
        )
    }

    @Test("a JSON value is replaced whole by PUT and merged by PATCH")
    func quietHours() async throws {
        let deployment = try await Deployment.shared
        let client = try await deployment.client(as: deployment.person())
        let section = Self.path + "/notification_preferences"
        let hours: JSON = ["from": "22:00:00", "to": "07:30:00"]
        let put = try await client.put(section, #"{"quiet_hours":{"from":"22:00","to":"07:30"}}"#)
        #expect(put.json["quiet_hours"] == hours)
        let half = try await client.put(section, #"{"quiet_hours":{"from":"21:00"}}"#)
        #expect(half.issues == ["/quiet_hours/to missing_field"])
        let merged = try await client.patch(section, #"{"quiet_hours":{"from":"21:00"}}"#)
        #expect(merged.json["quiet_hours"] == ["from": "21:00:00", "to": "07:30:00"])
        let viaWhole = try await client.patch(
            Self.path, #"{"notification_preferences":{"quiet_hours":{"to":"06:00"}}}"#)
        #expect(viaWhole.json["notification_preferences"]?["quiet_hours"] == ["from": "21:00:00", "to": "06:00:00"])
        #expect(try await client.patch(section, #"{"quiet_hours":null}"#).json["quiet_hours"] == .null)
        #expect(try await client.get(section).json == Self.standard["notification_preferences"])
    }

    @Test("a merge whose result breaks the shape is 422 with its place, and changes nothing")
    func brokenMerge() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let client = try await deployment.client(as: person)
        let section = Self.path + "/notification_preferences"
        for _ in 0..<2 {
            let part = try await client.patch(section, #"{"quiet_hours":{"from":"21:00"}}"#)
            #expect(part.status == 422)
            #expect(part.issues == [" invalid_value"], "the body is the section")
            let whole = try await client.patch(
                Self.path, #"{"notification_preferences":{"digest":"daily","quiet_hours":{"to":"21:00"}}}"#)
            #expect(whole.status == 422)
            #expect(whole.issues == ["/notification_preferences invalid_value"])
            let null = try await client.patch(section, #"{"quiet_hours":{"from":"21:00","to":null}}"#)
            #expect(null.issues == ["/quiet_hours/to null_not_allowed"])
            // Once without settings, once with.
            #expect(try await client.get(section).json == Self.standard["notification_preferences"])
            #expect(try await client.patch(Self.path, "{}").status == 200)
        }
        #expect(try await client.get(Self.path).json == Self.standard)
    }

    @Test("what is wrong is told with its pointer, all at once")
    func issues() async throws {
        let deployment = try await Deployment.shared
        let client = try await deployment.client(as: deployment.person())
        let body = """
            {"ui_preferences":{"theme":"Dark","language":"english language","thme":1},"nonsense":{},
            "notification_preferences":{"email":"yes","quiet_hours":{"from":"24:00","to":"7","x":1}},
            "privacy_settings":{"visibility":{"bio":"friends","name":"user","phone":7},"searchable":1}}
            """
        for method in ["PUT", "PATCH"] {
            let answer = try await client.send(method, Self.path, body)
            #expect(answer.status == 422)
            #expect(
                answer.issues == [
                    "/ui_preferences/theme not_a_choice", "/ui_preferences/language invalid_language",
                    "/ui_preferences/thme unknown_field", "/nonsense unknown_field",
                    "/notification_preferences/email wrong_type",
                    "/notification_preferences/quiet_hours/from invalid_time",
                    "/notification_preferences/quiet_hours/to invalid_time",
                    "/notification_preferences/quiet_hours/x unknown_field",
                    "/privacy_settings/visibility/bio not_a_choice", "/privacy_settings/visibility/name unknown_field",
                    "/privacy_settings/visibility/phone wrong_type", "/privacy_settings/searchable wrong_type",
                ])
            for body in ["7", "[]", #"{"ui_preferences":7}"#, #"{"ui_preferences":[]}"#] {
                #expect(try await client.send(method, Self.path, body).status == 422, "\(body)")
            }
            for body in ["7", "[]", #""dark""#, #"{"theme":["dark"]}"#] {
                #expect(try await client.send(method, Self.path + "/ui_preferences", body).status == 422, "\(body)")
            }
        }
        for name in ["nonsense", "Ui_preferences", "user_id", "%75i_preferences", "row_version"] {
            #expect(try await client.get(Self.path + "/" + name).status == 404, "\(name)")
            #expect(try await client.patch(Self.path + "/" + name, "{}").status == 404, "\(name)")
        }
    }

    @Test("of first writes that all name the settings that there are not yet, exactly one wins")
    func firstWrite() async throws {
        let deployment = try await Deployment.shared
        for _ in 0..<5 {
            let client = try await deployment.client(as: deployment.person())
            let tag = try await client.get(Self.path).etag
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await client.patch(Self.path, #"{"ui_preferences":{"theme":"dark"}}"#, ["If-Match": tag])
                            .status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [200] + Array(repeating: 412, count: 7))
        }
    }

    @Test("first writes of different sections at once are all kept")
    func firstWrites() async throws {
        let deployment = try await Deployment.shared
        for _ in 0..<10 {
            let client = try await deployment.client(as: deployment.person())
            let bodies = [
                #"{"ui_preferences":{"theme":"dark"}}"#, #"{"ui_preferences":{"language":"de"}}"#,
                #"{"notification_preferences":{"digest":"daily"}}"#, #"{"privacy_settings":{"searchable":false}}"#,
            ]
            try await withThrowingTaskGroup(of: Int.self) { group in
                for body in bodies { group.addTask { try await client.patch(Self.path, body).status } }
                for try await status in group { #expect(status == 200) }
            }
            let settings = try await client.get(Self.path).json
            #expect(settings["ui_preferences"] == ["theme": "dark", "language": "de"])
            #expect(settings["notification_preferences"]?["digest"] == "daily")
            #expect(settings["privacy_settings"]?["searchable"] == false)
        }
    }
}
