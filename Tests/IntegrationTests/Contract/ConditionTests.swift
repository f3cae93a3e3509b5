import TestSupport
import Testing

@Suite("Entity tags tell versions apart, and conditions are kept", .timeLimit(.minutes(1)))
struct ConditionTests {
    /// The records of one person, and a change of each.
    static let records: [(path: String, body: String)] = [
        ("/api/users/me", #"{"bio":"new"}"#),
        ("/api/users/{id}", #"{"bio":"new"}"#),
        ("/api/users/me/settings", #"{"ui_preferences":{"theme":"dark"}}"#),
        ("/api/users/{id}/settings", #"{"ui_preferences":{"theme":"dark"}}"#),
        ("/api/users/me/settings/ui_preferences", #"{"theme":"dark"}"#),
        ("/api/users/{id}/settings/ui_preferences", #"{"theme":"dark"}"#),
    ]

    @Test("If-None-Match gives 304 for the tag that one has, in every spelling, until the record changes")
    func notModified() async throws {
        let deployment = try await Deployment.shared
        for (pattern, body) in Self.records {
            let person = try await deployment.person()
            let client = try await deployment.client(as: person)
            let path = pattern.replacing("{id}", with: person.id)
            let tag = try await client.get(path).etag
            #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
            for condition in [tag, "W/" + tag, "\"x\", \(tag)", "\"x\",W/\(tag) ,\"y\"", "*"] {
                let answer = try await client.get(path, ["If-None-Match": condition])
                #expect(answer.status == 304, "\(path) \(condition)")
                #expect(answer.etag == tag)
                #expect(answer.body.isEmpty)
            }
            for condition in ["\"x\"", tag.uppercased() + "x", "x", String(tag.dropLast())] {
                #expect(try await client.get(path, ["If-None-Match": condition]).status == 200, "\(path) \(condition)")
            }
            let changed = try await client.patch(path, body)
            #expect(changed.status == 200)
            #expect(changed.etag != tag)
            let read = try await client.get(path, ["If-None-Match": tag])
            #expect(read.status == 200)
            #expect(read.etag == changed.etag)
            #expect(read.body == changed.body)
        }
    }

    @Test("If-Match lets a change through for the present version only, in every spelling")
    func match() async throws {
        let deployment = try await Deployment.shared
        for (pattern, body) in Self.records {
            let person = try await deployment.person()
            let client = try await deployment.client(as: person)
            let path = pattern.replacing("{id}", with: person.id)
            let first = try await client.get(path).etag
            var tag = first
            for spell in [{ $0 }, { "W/" + $0 }, { "\"x\", \($0)" }, { "\(first), \($0)" }] as [(String) -> String] {
                let answer = try await client.patch(path, body, ["If-Match": spell(tag)])
                #expect(answer.status == 200, "\(path) \(spell(tag)): \(answer.body)")
                #expect(answer.etag != tag)
                tag = answer.etag
            }
            let stale = [
                first, "W/" + first, "\"x\"", "x", tag + "x", "", "\"x\", \(first)", "\"\"",
                tag.replacing("-", with: "_"), "\"99999999999999999999-0-0\"", "*, " + tag,
            ].filter { !$0.isEmpty }
            for condition in stale {
                let answer = try await client.patch(path, body, ["If-Match": condition])
                #expect(answer.status == 412, "\(path) \(condition)")
                #expect(answer.code == "stale_version")
            }
            #expect(try await client.get(path).etag == tag)
            #expect(try await client.patch(path, body, ["If-Match": "*"]).status == 200)
        }
    }

    @Test("a tag of one view may guard a change of the same record, and one of another record may not")
    func views() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let own = try await deployment.client(as: person)
        let admin = try await deployment.client(roles: "admin")
        let asAdmin = try await admin.get(person.path)
        let asSelf = try await own.get(person.path)
        #expect(asAdmin.etag != asSelf.etag)
        #expect(try await own.patch(person.path, #"{"bio":"1"}"#, ["If-Match": asAdmin.etag]).status == 200)
        #expect(try await admin.patch(person.path, #"{"bio":"2"}"#, ["If-Match": asSelf.etag]).status == 412)
        let settings = try await own.patch("/api/users/me/settings", #"{"ui_preferences":{"theme":"dark"}}"#)
        #expect(try await own.patch(person.path, #"{"bio":"3"}"#, ["If-Match": settings.etag]).status == 412)
        let section = try await own.get("/api/users/me/settings/ui_preferences")
        #expect(section.etag != settings.etag)
        let whole = try await own.put("/api/users/me/settings", "{}", ["If-Match": section.etag])
        #expect(whole.status == 200)
    }

    @Test("If-Match for a record that is not there is 404, not 412")
    func absent() async throws {
        let deployment = try await Deployment.shared
        let admin = try await deployment.client(roles: "admin")
        let somebody = try await deployment.person()
        let tag = try await admin.get(somebody.path).etag
        for suffix in ["", "/settings", "/settings/ui_preferences"] {
            let path = Person().path + suffix
            #expect(try await admin.patch(path, "{}", ["If-Match": tag]).status == 404, "\(suffix)")
            #expect(try await admin.patch(path, "{}", ["If-Match": "\(tag), \(tag)"]).status == 404, "\(suffix)")
        }
    }

    @Test("of changes that all name the present version exactly one wins", arguments: records.map(\.path))
    func race(pattern: String) async throws {
        let deployment = try await Deployment.shared
        for _ in 0..<5 {
            let person = try await deployment.person()
            let client = try await deployment.client(as: person)
            let path = pattern.replacing("{id}", with: person.id)
            let tag = try await client.get(path).etag
            let body = Self.records.first { $0.path == pattern }?.body ?? ""
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<12 { group.addTask { try await client.patch(path, body, ["If-Match": tag]).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [200] + Array(repeating: 412, count: 11))
            let events = try await deployment.database.run(
                "SELECT count(*)::text FROM roster.audit_events WHERE record_id = $1::uuid", person.id)
            #expect(events == [["1"]])
        }
    }
}
