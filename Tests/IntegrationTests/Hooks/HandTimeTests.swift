import Everything
import Runtime
import TestSupport
import Testing

@testable import Server

@Suite("Functions by hand have a time of their own", .timeLimit(.minutes(1)))
struct HandTimeTests {
    /// Ends when it is cancelled, which it tells.
    private struct Sleeper: TeamBeforeUpdate, TeamBeforeDelete {
        let cancelled = Seen<String>()

        func beforeUpdate(_ change: inout BeforeUpdate<Team>) async throws {
            guard change.patch.label.value == "late" else { return }
            try await sleep("update")
        }

        func beforeDelete(_ change: inout BeforeDelete<Team>) async throws { try await sleep("delete") }

        func sleep(_ name: String) async throws {
            do {
                try await Task.sleep(for: .seconds(3_600))
            } catch {
                cancelled.add(name)
                throw error
            }
        }
    }

    @Test("past it they are cancelled, the answer is 503 although the request had time left, and nothing is stored")
    func over() async throws {
        let sleeper = Sleeper()
        var hooks = EverythingHouse.hooks
        hooks.teamBeforeUpdate = sleeper
        hooks.teamBeforeDelete = sleeper
        hooks.countAll = { call in
            #expect(call.deadline - .now < .milliseconds(150), "it was told another time")
            try await sleeper.sleep("count_all")
            return CountAllOutput(count: 0)
        }
        let log = try LogFile()
        let settings = { (settings: inout ServerSettings) in
            log.take(from: &settings)
            settings.hookTime = .milliseconds(100)
            settings.http.requestTime = .seconds(600)
        }
        try await EverythingHouse.scoped(hooks, settings) { server in
            let team = try await server.team()
            let admin = try await server.caller("admin").client
            let before = try await admin.get(team)
            for answer in [
                try await admin.patch(team, #"{"label":"late"}"#), try await admin.send("DELETE", team),
                try await admin.get(EverythingServer.base + "/teams/count"),
            ] {
                #expect(answer.status == 503)
                #expect(answer.code == "unavailable")
                #expect(answer.headers["retry-after"] == "1")
            }
            #expect(sleeper.cancelled.all == ["update", "delete", "count_all"])
            #expect(try await admin.get(team).body == before.body)
            let lines = try await log.lines(3)
            for (line, name) in zip(lines, ["before_update", "before_delete", "count_all"]) {
                #expect(
                    line.contains(#""hook.fault":"timeout""#) && line.contains(#""hook.name":"\#(name)""#), "\(line)")
            }
            #expect(try await admin.patch(team, #"{"label":"in time"}"#).status == 200)
            let metrics = try await admin.get("/metrics").body.split(separator: "\n")
            for (name, count) in [("before_update", 2), ("before_delete", 1), ("count_all", 1)] {
                let sum = metrics.filter {
                    $0.hasPrefix("roster_hook_seconds_count{") && $0.contains(#"hook="\#(name)""#)
                        && $0.contains(#"resource="team""#) && $0.hasSuffix(" \(count)")
                }
                #expect(sum.count == 1, "\(metrics.filter { $0.contains("hook_seconds_count") })")
            }
        }
    }
}
