import Generated
import Runtime
import TestSupport
import Testing

@testable import Server

@Suite("Validators and computed fields", .timeLimit(.minutes(1)))
struct FunctionTests {
    @Test("a validator's issue stands among the others of a body, wherever the field is set")
    func validator() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let own = try await deployment.client(as: person)
        let before = try await own.get("/api/users/me")
        for method in ["PATCH", "PUT"] {
            let answer = try await own.send(
                method, "/api/users/me", #"{"display_name":" Admin ","email":"nobody","more":1}"#)
            #expect(answer.status == 422)
            #expect(
                Set(answer.issues) == [
                    "/display_name reserved_name", "/email invalid_email", "/more unknown_field",
                ])
            #expect(answer.headers["content-type"] == "application/problem+json")
        }
        let id = try await deployment.identity()
        let made = try await deployment.client(roles: "admin").post(
            "/api/admin/users", #"{"user_id":"\#(id)","display_name":"Root","email":"\#(id)@example.com"}"#)
        #expect(made.issues == ["/display_name reserved_name"])
        #expect(try await own.get("/api/users/me").etag == before.etag)
    }

    @Test("is not asked about a value that breaks the field's own rules, and gets one that was normalised")
    func asked() async throws {
        let seen = Seen<String>()
        let api = HandMade().api { hooks in
            hooks.presentableName = { name in
                seen.add(name)
                return nil
            }
        }
        try await Deployment.scoped(serving: api) { deployment in
            let own = try await deployment.client(as: deployment.person())
            #expect(try await own.patch("/api/users/me", #"{"display_name":"   "}"#).status == 422)
            #expect(try await own.patch("/api/users/me", #"{"display_name":7}"#).status == 422)
            #expect(try await own.patch("/api/users/me", #"{"display_name":null}"#).status == 422)
            #expect(try await own.patch("/api/users/me", #"{"bio":"x"}"#).status == 200)
            #expect(try await own.patch("/api/users/me", #"{"display_name":" Grace "}"#).status == 200)
            #expect(seen.all == ["Grace"])
            let timed = try await deployment.anonymous.get("/metrics").body.split(separator: "\n").filter {
                $0.hasPrefix("roster_hook_seconds_count{") && $0.contains("hook=\"validate\"")
            }
            #expect(timed.count == 1)
            #expect(timed.first?.contains("resource=\"profile\"") == true)
            #expect(timed.first?.hasSuffix(" 0") == false)
        }
    }

    @Test(
        "a function makes a value of the fields that it is given",
        arguments: [
            ("Ada Lovelace", "AL"), ("ada", "A"), ("Ada  King of Lovelace", "AL"), ("Åse Øst", "ÅØ"), ("李 小龙", "李小"),
            ("👩‍🚀 Ride", "👩‍🚀R"),
        ])
    func computed(name: String, initials: String) async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person { $0.name = name }
        let peer = try await deployment.client(roles: "user")
        #expect(try await peer.get(person.path).json["display_initials"] == .string(initials))
        #expect(
            try await peer.get(person.path + "?fields=display_initials").json
                == ["display_initials": .string(initials)])
    }

    @Test("what is computed follows a change at once, in each view, in the list, and not when it is not asked for")
    func follows() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let own = try await deployment.client(as: person)
        let admin = try await deployment.client(roles: "admin")
        for client in [own, admin] { _ = try await client.get(person.path) }
        let answer = try await own.patch("/api/users/me", #"{"display_name":"Grace Hopper","bio":null}"#)
        #expect(answer.json["display_initials"] == "GH")
        #expect(answer.json["has_bio"] == false)
        for client in [own, admin] {
            let read = try await client.get(person.path)
            #expect(read.json["display_initials"] == "GH")
            #expect(read.json["has_bio"] == false)
        }
        let listed = try await admin.get("/api/admin/users?sort=-created_at&fields=user_id,display_initials")
        let record = listed.json["data"]?.elements.first { $0["user_id"]?.string == person.id }
        #expect(record == ["user_id": .string(person.id), "display_initials": "GH"])
    }

    @Test("nobody writes, sorts or filters by what is computed")
    func onlyRead() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let admin = try await deployment.client(roles: "admin")
        let answer = try await admin.patch(person.path, #"{"display_initials":"XX","has_bio":true}"#)
        #expect(answer.issues == ["/display_initials not_writable", "/has_bio not_writable"])
        #expect(try await admin.get("/api/admin/users?sort=display_initials").status == 400)
        #expect(try await admin.get("/api/admin/users?filter=has_bio+eq+true").status == 400)
    }

    @Test("who may not see what a value is made of does not see the value, whatever its owner chooses")
    func hidden() async throws {
        let deployment = try await Deployment.shared
        for level in ["nobody", "user", "anyone"] {
            let person = try await deployment.person { $0.visibility = ["bio": level] }
            let peer = try await deployment.client(roles: "user").get(person.path)
            #expect((peer.json["has_bio"] != nil) == (peer.json["bio"] != nil))
            #expect(peer.redacted.contains("has_bio") == (level == "nobody"))
            let own = try await deployment.client(as: person).get(person.path)
            #expect(own.json["has_bio"] == true)
        }
    }
}
