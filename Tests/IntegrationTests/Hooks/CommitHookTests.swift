import Generated
import Runtime
import TestSupport
import Testing

@testable import Server

@Suite("Hooks after a commit", .timeLimit(.minutes(1)))
struct CommitHookTests {
    private struct Told: Equatable {
        let action: String
        let id: String
        let name: String?
        let status: Profile.Status?
        let isOwn: Bool
    }

    @Test("are told of each change that was made, by its action, and of none that was not")
    func told() async throws {
        let seen = Seen<Told>()
        let hooks = HandMade(commit: { change in
            let record = change.record
            #expect(change.version == record.rowVersion && !change.requestID.isEmpty)
            seen.add(
                Told(
                    action: change.action, id: "\(change.id)", name: record.displayName, status: record.status,
                    isOwn: change.caller.subject == change.id))
        })
        try await Deployment.scoped(serving: hooks.api()) { deployment in
            let admin = try await deployment.client(roles: "admin")
            let id = try await deployment.identity()
            let path = "/api/users/\(id)"
            let own = try await deployment.client(subject: id)
            let body = #"{"user_id":"\#(id)","display_name":"New","email":"\#(id)@example.com"}"#
            #expect(try await admin.post("/api/admin/users", body).status == 201)
            #expect(try await admin.post("/api/admin/users", body).status == 409)
            #expect(try await own.patch(path, #"{"display_name":"Other"}"#).status == 200)
            #expect(try await own.patch(path, #"{"display_name":""}"#).status == 422)
            #expect(try await own.patch(path, "{}").status == 200)
            #expect(try await admin.post("/api/admin/users/\(id)/suspend", #"{"reason":"Spam."}"#).status == 200)
            #expect(try await admin.post("/api/admin/users/\(id)/suspend", #"{"reason":"Spam."}"#).status == 409)
            #expect(
                try await own.patch("/api/users/me/settings", #"{"ui_preferences":{"theme":"dark"}}"#).status == 200)
            #expect(try await admin.post("/api/admin/users/\(id)/reactivate", "{}").status == 200)
            let expected = [
                Told(action: "create", id: id, name: "New", status: .active, isOwn: false),
                Told(action: "update", id: id, name: "Other", status: .active, isOwn: true),
                Told(action: "suspend", id: id, name: "Other", status: .suspended, isOwn: false),
                Told(action: "reactivate", id: id, name: "Other", status: .active, isOwn: false),
            ]
            #expect(try await seen.wait(for: 4) == expected)
        }
    }

    @Test("no answer waits for one, and one that fails is counted, and told in no answer")
    func failing() async throws {
        let gate = Seen<Bool>()
        let hooks = HandMade(commit: { _ in
            _ = try await gate.wait(for: 1)
            throw Accident()
        })
        try await Deployment.scoped(serving: hooks.api()) { deployment in
            let person = try await deployment.person()
            let own = try await deployment.client(as: person)
            let answer = try await own.patch("/api/users/me", #"{"bio":"New."}"#)
            #expect(answer.status == 200)
            #expect(try await own.get("/api/users/me").json["bio"] == "New.")
            gate.add(true)
            let failed = #"roster_after_commit_hooks_total{resource="profile",outcome="failed"} 1"#
            while try await !deployment.anonymous.get("/metrics").body.contains(failed) {
                try await Task.sleep(for: .milliseconds(5))
            }
        }
    }

    @Test("a server that stops lets those that wait be called")
    func stops() async throws {
        let seen = Seen<String>()
        let hooks = HandMade(commit: { change in
            try await Task.sleep(for: .milliseconds(50))
            seen.add(change.action)
        })
        let deployment = try await Deployment.onNewDatabase(serving: hooks.api())
        let person = try await deployment.person()
        let own = try await deployment.client(as: person)
        for number in 0..<20 {
            #expect(try await own.patch("/api/users/me", #"{"bio":"\#(number)"}"#).status == 200)
        }
        await deployment.stop()
        #expect(seen.all == Array(repeating: "update", count: 20))
    }

    @Test("the shipped one counts what happens to accounts")
    func shipped() async throws {
        let deployment = try await Deployment.shared
        let person = try await deployment.person()
        let before = accountChanges.current("deactivate")
        let own = try await deployment.client(as: person)
        #expect(try await own.post("/api/users/me/deactivate", "{}").status == 200)
        while accountChanges.current("deactivate") <= before { try await Task.sleep(for: .milliseconds(2)) }
    }
}
