import Synchronization
import TestSupport
import Testing

@Suite("Who changes their privacy is seen by the very next reader as they chose", .timeLimit(.minutes(2)))
struct PrivacyTests {
    /// Each way to change one's choices.
    static let roads: [(method: String, path: String, wrap: @Sendable (String) -> String)] = [
        ("PUT", "/api/users/me/settings", { #"{"privacy_settings":{"visibility":\#($0)}}"# }),
        ("PATCH", "/api/users/me/settings", { #"{"privacy_settings":{"visibility":\#($0)}}"# }),
        ("PUT", "/api/users/me/settings/privacy_settings", { #"{"visibility":\#($0)}"# }),
        ("PATCH", "/api/users/me/settings/privacy_settings", { #"{"visibility":\#($0)}"# }),
    ]

    @Test("by every road: value, _redacted, tag and list follow at once, though all were cached", arguments: 0..<4)
    func follows(road: Int) async throws {
        let (method, path, wrap) = Self.roads[road]
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let own = try await deployment.client(as: person)
        let peer = try await deployment.client(roles: "user")
        let support = try await deployment.client(roles: "support")
        var tags: Set<String> = []
        for (email, bio) in [("user", "nobody"), ("nobody", "user"), ("anyone", "nobody"), ("nobody", "anyone")] {
            for client in [own, peer, support] { _ = try await client.get(person.path) }
            let body = wrap(#"{"email":"\#(email)","bio":"\#(bio)"}"#)
            #expect(try await own.send(method, path, body).status == 200)
            for client in [peer, support] {
                let answer = try await client.get(person.path)
                #expect((answer.json["email"] != nil) == (email != "nobody"))
                #expect((answer.json["bio"] != nil) == (bio != "nobody"))
                #expect(answer.redacted == (email == "nobody" ? ["email", "phone"] : ["has_bio", "bio", "phone"]))
                #expect(tags.insert(answer.etag).inserted, "the tag stands for other bytes than before")
                #expect(try await client.get(person.path, ["If-None-Match": answer.etag]).status == 304)
            }
            let listed = try await support.get("/api/admin/users?limit=200&sort=-created_at").json["data"]?.elements
                .first { $0["user_id"]?.string == person.id }
            #expect((listed?["email"] != nil) == (email != "nobody"))
        }
    }

    @Test("null is back to the standard, for one choice, for all, for the section and for all settings")
    func reset() async throws {
        let deployment = try await Deployment.shared
        let path = "/api/users/me/settings"
        for (resetPath, body) in [
            (path, #"{"privacy_settings":{"visibility":{"email":null}}}"#),
            (path, #"{"privacy_settings":{"visibility":null}}"#), (path, #"{"privacy_settings":null}"#),
            (path + "/privacy_settings", "null"),
        ] {
            for method in ["PUT", "PATCH"] {
                let person = try await deployment.person()
                let own = try await deployment.client(as: person)
                let peer = try await deployment.client(roles: "user")
                _ = try await own.patch(path, #"{"privacy_settings":{"visibility":{"email":"user"}}}"#)
                #expect(try await peer.get(person.path).json["email"] != nil)
                #expect(try await own.send(method, resetPath, body).status == 200, "\(method) \(body)")
                #expect(try await peer.get(person.path).json["email"] == nil, "\(method) \(body)")
            }
        }
    }

    @Test("a reader who starts after an answered change sees it as chosen, however many read meanwhile")
    func race() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        var reader = try await deployment.client(roles: "user")
        reader.isChecked = false
        let clock = PhaseClock()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { [reader] in try await Self.watch(person, reader, clock) } }
            try await Self.toggle(person, try await deployment.client(as: person), clock)
            let looks = try await group.reduce(0, +)
            #expect(looks > 20)
        }
    }

    private static func toggle(_ person: Person, _ client: Client, _ clock: PhaseClock) async throws {
        let own = try await Conversation(client)
        for _ in 0..<60 {
            for level in ["user", "nobody"] {
                let body = #"{"privacy_settings":{"visibility":{"email":"\#(level)"}}}"#
                #expect(try await own.send("PATCH", "/api/users/me/settings", body).status == 200)
                clock.tick()
                // A while in which nothing changes.
                for _ in 0..<3 { _ = try await own.send("GET", "/api/users/me") }
                clock.tick()
            }
        }
        clock.end()
        await own.close()
    }

    /// - Returns: how many reads fell in a time in which nothing changed, and so had to tell what was chosen.
    private static func watch(_ person: Person, _ client: Client, _ clock: PhaseClock) async throws -> Int {
        let conversation = try await Conversation(client)
        var looks = 0
        while let before = clock.phase {
            let answer = try await conversation.send("GET", person.path)
            guard before == clock.phase, before % 2 == 1 else { continue }
            looks += 1
            let isShown = before % 4 == 1
            #expect((answer.json["email"] != nil) == isShown)
            #expect(answer.redacted.contains("email") == !isShown)
        }
        await conversation.close()
        return looks
    }
}

/// Even while a change is under way; 1 after one that shows, 3 after one that hides, counted on by fours.
private final class PhaseClock: Sendable {
    private let state = Mutex<Int?>(0)

    /// `nil` when it is over.
    var phase: Int? { state.withLock { $0 } }
    func tick() { state.withLock { $0 = $0.map { $0 + 1 } } }
    func end() { state.withLock { $0 = nil } }
}
