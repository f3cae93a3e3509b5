import TestSupport
import Testing

@Suite("PUT and PATCH of a profile change what they name", .timeLimit(.minutes(1)))
struct ProfileChangeTests {
    private static let changes: [(method: String, pattern: String)] = [
        ("PUT", "/api/users/me"), ("PATCH", "/api/users/me"), ("PUT", "/api/users/{id}"), ("PATCH", "/api/users/{id}"),
    ]

    @Test("what is not named stays, null clears, a value replaces", arguments: changes)
    func fields(method: String, pattern: String) async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let client = try await deployment.client(as: person)
        let path = pattern.replacing("{id}", with: person.id)
        let required = method == "PUT" ? #""display_name":"Ada Lovelace","email":"\#(person.email)","# : ""
        let before = try await client.get(person.path).json
        let first = try await client.send(method, path, #"{\#(required)"avatar_url":"https://example.com/a.png"}"#).json
        for field in [
            "display_name", "bio", "email", "phone", "status", "last_active_at", "job_title", "customer_tier",
            "created_at",
        ] {
            #expect(first[field] == before[field], "\(field)")
        }
        #expect(first["avatar_url"] == "https://example.com/a.png")
        let second = try await client.send(method, path, #"{\#(required)"bio":null,"phone":null}"#)
        #expect(second.json["bio"] == .null)
        #expect(second.json["phone"] == .null)
        #expect(second.json["avatar_url"] == "https://example.com/a.png")
        let read = try await client.get(path)
        #expect(read.body == second.body)
        #expect(read.etag == second.etag)
    }

    @Test("a body that names no field makes no version, and still must find the one that it expects")
    func empty() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let client = try await deployment.client(as: person)
        for path in [person.path, "/api/users/me", "/api/users/me/settings"] {
            let before = try await client.get(path)
            let after = try await client.patch(path, "{}")
            #expect(after.status == 200)
            #expect(after.body == before.body)
            #expect(after.etag == before.etag)
            let stale = "\"1\(before.etag.dropFirst())"
            #expect(try await client.patch(path, "{}", ["If-Match": stale]).status == 412)
        }
    }

    @Test("PUT misses required fields and says all that is wrong at once; PATCH misses none")
    func required() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let client = try await deployment.client(as: person)
        for path in ["/api/users/me", person.path] {
            let empty = try await client.put(path, "{}")
            #expect(empty.status == 422)
            #expect(empty.issues == ["/display_name missing_field", "/email missing_field"])
            #expect(try await client.patch(path, "{}").status == 200)
            for method in ["PUT", "PATCH"] {
                let body = """
                    {"display_name":null,"bio":7,"nonsense":1,"avatar_url":"x","phone":"1","status":"active","e/m~":[{}]}
                    """
                let answer = try await client.send(method, path, body)
                #expect(answer.status == 422)
                #expect(
                    answer.issues == [
                        "/display_name null_not_allowed", "/bio wrong_type", "/nonsense unknown_field",
                        "/avatar_url invalid_url", "/phone invalid_phone", "/status not_writable",
                        "/e~1m~0 unknown_field",
                    ] + (method == "PUT" ? ["/email missing_field"] : []))
            }
        }
        for body in ["[]", "7", "null", "\"x\"", "[{}]"] {
            let answer = try await client.patch("/api/users/me", body)
            #expect(answer.issues == [" wrong_type"], "\(body)")
        }
    }

    @Test("lengths are counted in Unicode code points, as the column counts")
    func lengths() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let client = try await deployment.client(as: person)
        func patch(_ field: String, _ text: String) async throws -> Answer {
            try await client.patch("/api/users/me", "{\"\(field)\":\"\(text)\"}")
        }
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
        for text in [
            String(repeating: "\u{1F600}", count: 100), String(repeating: "\u{10FFFF}", count: 100),
            String(repeating: family, count: 20), String(repeating: "e\u{301}", count: 100),
            " \t" + String(repeating: "a", count: 100) + "\u{3000}\u{A0}".description,
        ] {
            let text = text.replacing("\t", with: "\\t")
            let answer = try await patch("display_name", text)
            #expect(answer.status == 200, "\(text): \(answer.body)")
            #expect(try await client.get(person.path).json["display_name"] == answer.json["display_name"])
        }
        for text in [
            String(repeating: "\u{1F600}", count: 101), String(repeating: family, count: 21),
            String(repeating: "e\u{301}", count: 101),
            // Composition writes this letter as two.
            String(repeating: "\u{958}", count: 51),
        ] {
            #expect(try await patch("display_name", text).issues == ["/display_name too_long"])
        }
        for text in ["", " ", "\\u0020\\u2003"] {
            #expect(try await patch("display_name", text).issues == ["/display_name too_short"])
        }
        #expect(try await patch("bio", String(repeating: "\u{1F600}", count: 2000)).status == 200)
        let long = try await patch("bio", String(repeating: "b", count: 10_000))
        #expect(long.issues == ["/bio too_long"])
        #expect(long.json["errors"]?[0]?["limit"] == 2000)
        #expect(
            try await patch("avatar_url", "https://example.com/" + String(repeating: "a", count: 2028)).status == 200)
        #expect(
            try await patch("avatar_url", "https://example.com/" + String(repeating: "a", count: 2029)).status == 422)
    }

    @Test("NUL is refused where it stands, and other control characters are kept or refused by the field")
    func controls() async throws {
        let deployment = try await Deployment.shared
        let client = try await deployment.client(as: deployment.person())
        for (body, issue) in [
            (#"{"bio":"a\u0000b"}"#, "/bio nul_not_allowed"),
            (#"{"display_name":"\u0000"}"#, "/display_name nul_not_allowed"),
            (#"{"display_name":"a\nb"}"#, "/display_name control_character"),
            (#"{"bio":"a\u0007b"}"#, "/bio control_character"), (#"{"bio":"a\u0085b"}"#, "/bio control_character"),
            (#"{"email":"a\u0000@example.com"}"#, "/email nul_not_allowed"),
            (#"{"phone":"+491511234567\u0000"}"#, "/phone nul_not_allowed"),
            (#"{"avatar_url":"https://example.com/\u0000"}"#, "/avatar_url nul_not_allowed"),
        ] {
            let answer = try await client.patch("/api/users/me", body)
            #expect(answer.status == 422)
            #expect(answer.issues == [issue], "\(body)")
        }
        let name = try await client.patch("/api/users/me", #"{"b\u0000io":1}"#)
        #expect(name.status == 422)
        #expect(name.json["errors"]?[0]?["code"] == "unknown_field")
        let kept = try await client.patch("/api/users/me", #"{"bio":"a\n\tb \u2028 \"\\\/ </script>"}"#)
        #expect(kept.json["bio"] == "a\n\tb \u{2028} \"\\/ </script>")
    }

    @Test("text comes back as it was sent, but for what the field makes of it")
    func text() async throws {
        let deployment = try await Deployment.shared
        let client = try await deployment.client(as: deployment.person())
        let hostile = "'; DROP TABLE user_profiles; -- $1 %s {} \u{202E}\u{FEFF}\u{E9} e\u{301}"
        let answer = try await client.patch("/api/users/me", #"{"bio":"\#(hostile)","display_name":" \#(hostile) "}"#)
        #expect(answer.json["bio"]?.string.map { Array($0.utf8) } == Array(hostile.utf8))
        let composed = hostile.replacing("e\u{301}", with: "\u{E9}")
        #expect(answer.json["display_name"]?.string.map { Array($0.utf8) } == Array(composed.utf8))
    }
}
