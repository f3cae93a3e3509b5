import TestSupport
import Testing

@Suite("The rules of requests hold on real routes", .timeLimit(.minutes(1)))
struct RequestRuleTests {
    @Test("a request id comes back, in the problem too, and one that is not sane is replaced")
    func requestID() async throws {
        let deployment = try await Deployment.shared
        let given = try await deployment.anonymous.get("/api/users/me", ["X-Request-Id": "abc-1.2_3"])
        #expect(given.headers["x-request-id"] == "abc-1.2_3")
        #expect(given.json["trace_id"] == "abc-1.2_3")
        let own = try await deployment.anonymous.get("/api/users/me", ["X-Request-Id": "a{}b"])
        #expect(own.headers["x-request-id"] != "a{}b")
        #expect(own.json["trace_id"]?.string == own.headers["x-request-id"])
    }

    @Test("a query parameter that there is not is refused and never passed over", arguments: DocumentedAPI.ofTheSpec)
    func unknownParameter(operation: DocumentedOperation) async throws {
        let scene = try await Scene(Deployment.shared, operation)
        for query in ["nonsense=1", "nonsense", "Fields=bio", "%6eonsense=1"] {
            let answer = try await scene.send(as: scene.writer, path: scene.path + "?" + query)
            #expect(answer.status == 400, "\(query)")
            #expect(answer.code == "unknown_parameter", "\(query)")
            #expect(!answer.body.contains("nonsense"))
        }
        let malformed = try await scene.send(as: scene.writer, path: scene.path + "?a=%zz")
        #expect(malformed.status == 400)
    }

    @Test("fields= gives just these, and 403 with the name for one that the view never has")
    func fields() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let peer = try await deployment.client(as: deployment.person())
        let one = try await peer.get(person.path + "?fields=display_name")
        #expect(one.json == ["display_name": "Ada Lovelace"])
        let masked = try await peer.get(person.path + "?fields=email,user_id")
        #expect(masked.json == ["user_id": .string(person.id), "_redacted": ["email"]])
        let forbidden = try await peer.get(person.path + "?fields=display_name,status")
        #expect(forbidden.status == 403)
        #expect(forbidden.issues == ["status not_readable"])
        for query in [
            "fields=nonsense", "fields=", "fields=bio,", "fields=bio,,email", "fields=Bio", "fields=row_version",
        ] {
            #expect(try await peer.get(person.path + "?" + query).code == "invalid_parameter", "\(query)")
        }
        let twice = try await peer.get(person.path + "?fields=bio&fields=email")
        #expect(twice.code == "invalid_parameter")
        #expect(one.etag != masked.etag)
        #expect(try await peer.get(person.path + "?fields=display_name", ["If-None-Match": one.etag]).status == 304)
        #expect(try await peer.get(person.path + "?fields=bio", ["If-None-Match": one.etag]).status == 200)
    }

    @Test("include=settings adds them for who may see them, and for nobody else")
    func include() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let path = person.path + "?include=settings"
        let whole = try await deployment.client(as: person).get(path)
        #expect(whole.json["settings"]?["ui_preferences"]?["theme"] == "system")
        #expect(try await deployment.client(roles: "admin").get(path).json["settings"] != nil)
        #expect(try await deployment.client(roles: "support").get(path).json["settings"] == nil)
        let selected = try await deployment.client(as: person).get(path + "&fields=user_id")
        #expect(Set(selected.json.members.keys) == ["user_id", "settings"])
        #expect(
            try await deployment.client(as: person).get(person.path + "?include=groups").code == "invalid_parameter")
        // A change of what is included changes the tag.
        _ = try await deployment.client(as: person).patch("/api/users/me/settings/ui_preferences", #"{"theme":"dark"}"#)
        let changed = try await deployment.client(as: person).get(path, ["If-None-Match": whole.etag])
        #expect(changed.status == 200)
        #expect(changed.json["settings"]?["ui_preferences"]?["theme"] == "dark")
    }

    @Test("the own profile has settings, roles, permissions and completion, and takes fields= like any other")
    func own() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person { $0.phone = nil }
        let client = try await deployment.client(as: person, roles: ["support"])
        let own = try await client.get("/api/users/me").json
        #expect(own["user_id"]?.string == person.id)
        #expect(own["roles"] == ["anyone", "user", "support"])
        #expect(own["permissions"]?.elements.contains("profile:update") == true)
        #expect(own["permissions"]?.elements.contains("profile:create") == false)
        // display_name 30 and bio 20 of 80 percent points.
        #expect(own["completion"] == ["score": 62, "missing": ["avatar_url", "phone"]])
        #expect(own["settings"]?["notification_preferences"]?["digest"] == "weekly")
        #expect(try await client.get("/api/users/me?fields=bio").json == ["bio": "Builds engines."])
        #expect(try await client.get("/api/users/me?include=settings").json["roles"] == nil)
    }

    @Test("an id that is no UUID names nobody, and any spelling of a UUID the same person")
    func ids() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let admin = try await deployment.client(roles: "admin")
        #expect(try await admin.get("/api/users/" + person.id.uppercased()).json["user_id"]?.string == person.id)
        let bad = [
            "7", "nonsense", "{\(person.id)}", "urn:uuid:" + person.id, person.id.filter { $0 != "-" }, person.id + "0",
            String(person.id.dropLast()), "%30" + person.id.dropFirst(), person.id + "%00", "ME", "me%20", ".", "..",
            "\(person.id);x=1", "*", "null",
        ]
        for id in bad {
            for suffix in ["", "/settings", "/settings/ui_preferences"] {
                let answer = try await admin.get(
                    "/api/users/" + id.replacing("{", with: "%7B").replacing("}", with: "%7D") + suffix)
                #expect(answer.status == 404, "\(id)\(suffix)")
            }
            #expect(
                try await admin.patch("/api/users/" + id.filter { $0 != "{" && $0 != "}" } + "/", "{}").status == 404)
        }
    }

    @Test("what is not JSON gets 400 with the byte at which reading stopped")
    func invalidJSON() async throws {
        let deployment = try await Deployment.shared
        let client = try await deployment.client(as: deployment.person())
        let bodies: [(body: String, offset: Int)] = [
            ("", 0), ("   ", 3), ("{", 1), (#"{"bio":}"#, 7), (#"{"bio":"a",}"#, 11), (#"{"bio":"a"} x"#, 12),
            (#"{bio:"a"}"#, 1), (#"{"bio":'a'}"#, 7), ("{\"bio\":\"a\nb\"}", 9), (#"{"bio":"\ud800"}"#, 8),
            (#"{"bio":01}"#, 7), (#"{"bio":NaN}"#, 7), ("// x\n{}", 0), ("\u{FEFF}{}", 0),
            (#"{"bio":"a","bio":"b"}"#, 11), (#"{"bio":"a","b\u0069o":"b"}"#, 11),
        ]
        for (body, offset) in bodies {
            let answer = try await client.patch("/api/users/me", body)
            #expect(answer.status == 400, "\(body)")
            #expect(answer.code == "invalid_json", "\(body)")
            #expect(answer.json["detail"]?.string?.hasPrefix("At byte \(offset):") == true, "\(body): \(answer.body)")
        }
    }

    @Test("a body's media type must be one that the method takes")
    func mediaTypes() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let client = try await deployment.client(as: person)
        let body = #"{"display_name":"Ada","email":"\#(person.email)"}"#
        let taken = ["application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\"", "application/json ; "]
        for type in taken {
            #expect(try await client.put("/api/users/me", body, ["Content-Type": type]).status == 200, "\(type)")
            #expect(try await client.patch("/api/users/me", body, ["Content-Type": type]).status == 200, "\(type)")
        }
        let refused = [
            "", "text/plain", "application/json; charset=iso-8859-1", "application/jsonx",
            "application/json-patch+json",
            "application/json, text/plain", "multipart/form-data; boundary=x",
        ]
        for type in refused {
            let put = try await client.put("/api/users/me", body, ["Content-Type": type])
            #expect(put.status == 415, "\(type)")
            #expect(put.headers["accept"] == "application/json")
            let patch = try await client.patch("/api/users/me", body, ["Content-Type": type])
            #expect(patch.status == 415, "\(type)")
            #expect(patch.headers["accept-patch"] == "application/merge-patch+json, application/json")
        }
        let merge = try await client.put("/api/users/me", body, ["Content-Type": "application/merge-patch+json"])
        #expect(merge.status == 415)
    }
}
