import Foundation
import TestSupport
import Testing

@Suite("What must be unique is, and a conflict is no failure of the server", .timeLimit(.minutes(1)))
struct UniqueTests {
    @Test("an address that another has, in whatever case, is 409 with its pointer, by every road")
    func takenAddress() async throws {
        let deployment = try await Deployment.shared
        let (other, person) = (try await deployment.person(), try await deployment.person())
        let admin = try await deployment.client(roles: "admin")
        let own = try await deployment.client(as: person)
        for email in [other.email, other.email.uppercased(), other.email.capitalized] {
            let body = #"{"display_name":"Ada","email":"\#(email)"}"#
            for answer in [
                try await own.put("/api/users/me", body), try await own.patch("/api/users/me", body),
                try await own.put(person.path, body), try await admin.patch(person.path, body),
                try await admin.post(
                    "/api/admin/users",
                    #"{"user_id":"\#(try await deployment.identity())","display_name":"Ada","email":"\#(email)"}"#),
            ] {
                #expect(answer.status == 409)
                #expect(answer.code == "taken")
                #expect(answer.issues == ["/email taken"])
                #expect(!answer.body.lowercased().contains(other.email))
            }
        }
        // One's own address in another case is no conflict.
        let answer = try await own.patch("/api/users/me", #"{"email":"\#(person.email.uppercased())"}"#)
        #expect(answer.json["email"]?.string == person.email.uppercased())
    }

    @Test("of many who take one address at once, exactly one has it")
    func addressRace() async throws {
        let deployment = try await Deployment.shared
        for _ in 0..<5 {
            let people = [Person(), Person(), Person(), Person(), Person(), Person()]
            try await deployment.add(people)
            let wanted = Person().email
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for (index, person) in people.enumerated() {
                    let email = index % 2 == 0 ? wanted : wanted.uppercased()
                    let client = try await deployment.client(as: person)
                    group.addTask { try await client.patch("/api/users/me", #"{"email":"\#(email)"}"#).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [200, 409, 409, 409, 409, 409])
        }
    }

    @Test("a profile is made once, for an identity that there is")
    func creation() async throws {
        let deployment = try await Deployment.shared
        let admin = try await deployment.client(roles: "admin")
        func body(_ id: String, _ more: String = "") -> String {
            #"{"user_id":"\#(id)","display_name":"New","email":"\#(id)@example.com"\#(more)}"#
        }
        let id = try await deployment.identity()
        let made = try await admin.post("/api/admin/users", body(id, #","bio":"Hello.","phone":null"#))
        #expect(made.status == 201)
        #expect(made.headers["location"] == "/api/users/\(id)")
        let read = try await admin.get(made.headers["location"] ?? "")
        #expect(read.etag == made.etag)
        #expect(read.body == made.body)
        #expect(read.json["status"] == "active")
        let again = try await admin.post(
            "/api/admin/users", #"{"user_id":"\#(id.uppercased())","display_name":"New","email":"\#(Person().email)"}"#)
        #expect(again.status == 409)
        #expect(again.issues == ["/user_id taken"])
        let stranger = try await admin.post("/api/admin/users", body(Person().id))
        #expect(stranger.status == 422)
        #expect(stranger.issues == ["/user_id unknown_reference"])
        let empty = try await admin.post("/api/admin/users", "{}")
        #expect(
            empty.issues == ["/user_id missing_field", "/display_name missing_field", "/email missing_field"])
        let status = try await admin.post(
            "/api/admin/users", body(try await deployment.identity(), #","status":"active""#))
        #expect(status.issues == ["/status not_writable"])
    }

    @Test("who was looked for in vain is found as soon as they have been made")
    func afterAbsence() async throws {
        let deployment = try await Deployment.shared
        let admin = try await deployment.client(roles: "admin")
        let id = try await deployment.identity()
        let own = try await deployment.client(subject: id)
        let paths = ["/api/users/\(id)", "/api/users/\(id)/settings", "/api/users/\(id)/settings/ui_preferences"]
        let ownPaths = ["/api/users/me", "/api/users/me/settings", "/api/users/me/settings/ui_preferences"]
        for path in paths { #expect(try await admin.get(path).status == 404) }
        for path in ownPaths { #expect(try await own.get(path).status == 404) }
        #expect(try await own.patch("/api/users/me/settings", "{}").status == 404)
        let body = #"{"user_id":"\#(id)","display_name":"New","email":"\#(id)@example.com"}"#
        #expect(try await admin.post("/api/admin/users", body).status == 201)
        for path in paths { #expect(try await admin.get(path).status == 200, "\(path)") }
        for path in ownPaths { #expect(try await own.get(path).status == 200, "\(path)") }
        #expect(try await own.get("/api/users/me").json["settings"] != nil)
    }

    @Test("of many who make one profile at once, exactly one does")
    func creationRace() async throws {
        let deployment = try await Deployment.shared
        let id = try await deployment.identity()
        let service = try await deployment.client(subject: "billing", roles: ["service"])
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                let body = #"{"user_id":"\#(id)","display_name":"New","email":"\#(Person().email)"}"#
                group.addTask { try await service.post("/api/admin/users", body).status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.sorted() == [201] + Array(repeating: 409, count: 7))
    }
}
