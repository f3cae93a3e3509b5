import Everything
import Runtime
import TestSupport
import Testing

@testable import Server

@Suite("Hooks before a change that write a state", .timeLimit(.minutes(1)))
struct HookStepTests {
    private struct Stages: TeamBeforeUpdate {
        func beforeUpdate(_ change: inout BeforeUpdate<Team>) async throws {
            switch change.patch.label.value {
            case "Far": change.patch.stage = .value("1")
            case "Near": change.patch.stage = .value("in-review")
            default: break
            }
        }
    }

    @Test("one that the record's does not lead to is the hook's fault, counted; the caller's is 409")
    func illegal() async throws {
        let log = try LogFile()
        var hooks = EverythingHouse.hooks
        hooks.teamBeforeUpdate = Stages()
        try await EverythingHouse.scoped(hooks, { log.take(from: &$0) }) { server in
            let team = try await server.team()
            let admin = try await server.caller("admin").client
            let before = try await admin.get(team)
            let fault = try await admin.patch(team, #"{"label":"Far"}"#)
            try #require(fault.status == 500, "\(fault.body)")
            #expect(fault.code == "internal_error")
            let line = try await log.lines(1)[0]
            #expect(line.contains(#""hook.broken":"stage illegal_transition""#), "\(line)")
            let counted = try await server.anonymous.get("/metrics").body.split(separator: "\n").filter {
                $0.hasPrefix("roster_hook_faults_total{") && $0.hasSuffix(" 1") && $0.contains("fault=\"rules\"")
            }
            #expect(counted.count == 1)
            let own = try await admin.patch(team, #"{"stage":"1"}"#)
            #expect(own.status == 409)
            #expect(own.issues == ["/stage illegal_transition"])
            #expect(try await admin.get(team).body == before.body, "it was stored")
            #expect(try await admin.patch(team, #"{"label":"Near"}"#).json["stage"] == "in-review")
        }
    }
}
