import TestSupport
import Testing

@Suite("Each asker changes what the spec lets them change", .timeLimit(.minutes(2)))
struct WriteRightTests {
    /// A good value for each field, as JSON; the address is nobody else's.
    private static var values: [String: String] {
        [
            "user_id": "\"\(Person().id)\"", "display_name": "\"Grace\"", "avatar_url": "\"https://example.com/a.png\"",
            "bio": "\"New.\"", "email": "\"\(Person().email)\"", "phone": "\"+33123456789\"", "status": "\"suspended\"",
            "last_active_at": "\"2026-01-01T00:00:00Z\"", "job_title": "\"Engineer\"", "customer_tier": "\"pro\"",
            "display_initials": "\"XX\"", "has_bio": "true",
            "created_at": "\"2020-01-01T00:00:00Z\"",
            "updated_at": "\"2020-01-01T00:00:00Z\"", "notification_preferences": #"{"digest":"daily"}"#,
            "ui_preferences": #"{"theme":"dark"}"#, "privacy_settings": #"{"searchable":false}"#,
        ]
    }

    @Test("role × field of a profile", arguments: Asker.allCases)
    func profile(asker: Asker) async throws {
        let deployment = try await Deployment.shared
        for (field, marks) in Oracle.profileWriting {
            let person = try await deployment.person()
            let client = try await deployment.client(asker, about: person)
            let value = Self.values[field] ?? ""
            let answer = try await client.patch(person.path, "{\"\(field)\":\(value)}")
            Self.compare(answer, marks[asker], field)
            try await Self.expectUnchanged(deployment, person, unless: answer.status == 200)
            if answer.status == 200 {
                #expect(answer.json[field] == (try JSON(text: value)), "\(field)")
            }
        }
    }

    @Test("role × section of settings, whole and by section", arguments: Asker.allCases)
    func settings(asker: Asker) async throws {
        let deployment = try await Deployment.shared
        for (section, marks) in Oracle.sectionWriting {
            for method in ["PUT", "PATCH"] {
                let person = try await deployment.person()
                let client = try await deployment.client(asker, about: person)
                let value = Self.values[section] ?? ""
                let whole = try await client.send(method, person.settingsPath, "{\"\(section)\":\(value)}")
                Self.compare(whole, marks[asker], section)
                let part = try await client.send(method, person.settingsPath + "/" + section, value)
                // Where the path names the section, one that may not be changed is no fault of the body.
                #expect(part.status == (marks[asker] == "x" ? 200 : 403), "\(section)")
                try await Self.expectUnchanged(deployment, person, unless: whole.status == 200)
            }
        }
    }

    @Test("role × reading of settings", arguments: Asker.allCases)
    func reading(asker: Asker) async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let client = try await deployment.client(asker, about: person)
        for suffix in ["", "/ui_preferences", "/notification_preferences", "/privacy_settings"] {
            let answer = try await client.get(person.settingsPath + suffix)
            #expect(answer.status == ([.own, .admin].contains(asker) ? 200 : 403), "\(suffix)")
            #expect(try await deployment.anonymous.get(person.settingsPath + suffix).status == 401)
        }
    }

    @Test("one issue among good fields keeps all of them from being written")
    func allOrNothing() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let own = try await deployment.client(as: person)
        let answer = try await own.patch(person.path, #"{"bio":"New.","status":"suspended"}"#)
        #expect(answer.issues == ["/status not_writable"])
        try await Self.expectUnchanged(deployment, person, unless: false)
        let admin = try await deployment.client(roles: "admin")
        let settings = try await admin.patch(
            person.settingsPath,
            #"{"ui_preferences":{"theme":"dark"},"privacy_settings":{"visibility":{"email":"user"}}}"#)
        #expect(settings.issues == ["/privacy_settings not_writable"])
        try await Self.expectUnchanged(deployment, person, unless: false)
    }

    @Test("who may not change a record is not told whether there is one")
    func noOracle() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        for asker in [Asker.user, .support, .service] {
            let client = try await deployment.client(asker, about: person)
            for suffix in ["", "/settings", "/settings/ui_preferences"] {
                let there = try await client.patch(person.path + suffix, "{}")
                let gone = try await client.patch(Person().path + suffix, "{}")
                #expect(there.status == 403)
                #expect(gone.status == 403)
                #expect(there.code == gone.code)
            }
        }
    }

    @Test("role × making a profile")
    func creating() async throws {
        let deployment = try await Deployment.shared
        for asker in Asker.allCases {
            let newcomer = try await deployment.identity()
            let client = try await deployment.client(asker, about: Person())
            let answer = try await client.post(
                "/api/admin/users",
                #"{"user_id":"\#(newcomer)","display_name":"New","email":"\#(newcomer)@example.com"}"#)
            #expect(answer.status == ([.admin, .service].contains(asker) ? 201 : 403), "\(asker)")
            guard answer.status == 201 else { continue }
            let (seen, masked) = Oracle.view(asker, [:])
            #expect(Set(answer.json.members.keys).subtracting(["_redacted"]) == seen)
            #expect(Set(answer.redacted) == masked)
        }
    }

    private static func compare(_ answer: Answer, _ mark: Character?, _ field: String) {
        switch mark {
        case "x": #expect(answer.status == 200, "\(field)")
        case "n": #expect(answer.issues == ["/\(field) not_writable"], "\(field)")
        default: #expect(answer.status == 403, "\(field)")
        }
    }

    private static func expectUnchanged(_ deployment: Deployment, _ person: Person, unless isWritten: Bool) async throws
    {
        let events = try await deployment.database.run(
            "SELECT count(*)::text FROM roster.audit_events WHERE record_id = $1::uuid", person.id)
        #expect((events != [["0"]]) == isWritten)
    }
}
