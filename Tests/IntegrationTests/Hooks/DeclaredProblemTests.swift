import Everything
import NIOHTTP1
import Runtime
import TestSupport
import Testing

@testable import Server

@Suite("What functions by hand refuse is what the spec declares", .timeLimit(.minutes(1)))
struct DeclaredProblemTests {
    private static let path = EverythingServer.base + "/default-people"
    private static let body = #"{"name":"Ada"}"#

    /// A server whose `default` throws an error, and `count_all` and `remind` another.
    private static func throwing(
        _ error: @escaping @Sendable () -> any Error, _ change: (inout ServerSettings) -> Void = { _ in },
        _ body: (EverythingServer) async throws -> Void
    ) async throws {
        var hooks = EverythingHouse.hooks
        hooks.default = { _ in throw error() }
        hooks.countAll = { _ in throw error() }
        hooks.remind = { _ in throw error() }
        try await EverythingHouse.scoped(hooks, change, body)
    }

    @Test("a declared problem is the answer, with its status, its title, and the detail of the occurrence")
    func declared() async throws {
        let seen = Seen<Int>()
        var hooks = EverythingHouse.hooks
        hooks.default = { call in
            seen.add(1)
            throw call.input.name == "Ada" ? DefaultRefusal.full.saying("Ada is in.") : DefaultRefusal.full
        }
        try await EverythingHouse.scoped(hooks) { server in
            let detailed = try await server.anonymous.put(Self.path, Self.body)
            #expect(detailed.status == 409)
            #expect(detailed.headers["content-type"] == "application/problem+json")
            #expect(detailed.json["type"] == "/problems/full")
            #expect(detailed.json["code"] == "full")
            #expect(detailed.json["title"] == "The team is \"full\".")
            #expect(detailed.json["detail"] == "Ada is in.")
            let plain = try await server.anonymous.put(Self.path, #"{"name":"Bob"}"#)
            #expect(plain.status == 409)
            #expect(plain.json["detail"] == nil)
            #expect(seen.all.count == 2)
        }
    }

    @Test(
        "a problem that is declared elsewhere, or nowhere, is a 500 that the log explains by its code",
        arguments: [
            (IntroduceRefusal.samePerson as any Error, "same_person"),
            (IntroduceRefusal.away.saying("Ada Lovelace") as any Error, "away"),
            (Team.Refusal.full as any Error, "full"),
            (Problem.conflict(code: "closed", title: "Ada Lovelace is closed.") as any Error, "closed"),
            (Problem.conflict(code: "Ada Lovelace", title: "Closed.") as any Error, "not a code"),
            (Problem(.conflict, code: "validation_failed", title: "Ada Lovelace") as any Error, "validation_failed"),
            (Problem.notFound as any Error, "not_found"), (Problem.forbidden() as any Error, "forbidden"),
        ])
    func undeclared(error: any Error, code: String) async throws {
        let log = try LogFile()
        try await Self.throwing({ error }, { log.take(from: &$0) }) { server in
            let answer = try await server.anonymous.put(Self.path, Self.body)
            #expect(answer.status == 500)
            #expect(answer.code == "internal_error")
            #expect(!answer.body.contains("Ada Lovelace"))
            let line = try await log.lines(1)[0]
            #expect(
                line.contains(#""hook.fault":"undeclared""#) && line.contains(#""hook.problem":"\#(code)""#), "\(line)")
            #expect(line.contains(#""hook.resource":"person""#) && line.contains(#""hook.name":"default""#), "\(line)")
            #expect(!log.text.contains("Ada Lovelace"))
            let counted = try await server.anonymous.get("/metrics").body.split(separator: "\n").filter {
                $0.hasPrefix("roster_hook_faults_total{") && $0.hasSuffix(" 1")
                    && ["resource=\"person\"", "hook=\"default\"", "fault=\"undeclared\""].allSatisfy($0.contains)
            }
            #expect(counted.count == 1)
        }
    }

    @Test("the API's own problems are for the routes that the document lists them for")
    func own() async throws {
        let issue = Runtime.Issue(pointer: "/name", code: "odd", message: "is odd")
        for (error, put, count, remind) in [
            (Problem.validation([issue]), 422, 500, 500), (Problem.unavailable(), 503, 503, 503),
            (Problem.notFound, 500, 500, 404), (Problem.stale, 500, 500, 412),
        ] {
            try await Self.throwing({ error }) { server in
                let admin = try await server.caller("admin").client
                #expect(try await server.anonymous.put(Self.path, Self.body).status == put, "\(error.code)")
                #expect(try await admin.get(EverythingServer.base + "/teams/count").status == count, "\(error.code)")
                let team = try await server.team()
                #expect(try await admin.send("DELETE", team + "/remind").status == remind, "\(error.code)")
            }
        }
    }

    @Test("hooks refuse with what is declared for them, and nothing is stored")
    func hooks() async throws {
        let log = try LogFile()
        var hooks = EverythingHouse.hooks
        hooks.teamBeforeUpdate = Strict()
        hooks.teamBeforeDelete = Strict()
        try await EverythingHouse.scoped(hooks, { log.take(from: &$0) }) { server in
            let team = try await server.team()
            let admin = try await server.caller("admin").client
            for (label, status, code) in [
                ("full", 409, "full"), ("default", 423, "default"), ("other", 500, "internal_error"),
                ("plain", 500, "internal_error"), ("taken", 500, "internal_error"), ("forbidden", 403, "forbidden"),
            ] {
                let before = try await admin.get(team)
                let answer = try await admin.patch(team, #"{"label":"\#(label)"}"#)
                #expect(answer.status == status, "\(label): \(answer.body)")
                #expect(answer.code == code)
                #expect(try await admin.get(team).body == before.body, "\(label) was stored")
            }
            let lines = try await log.lines(3)
            #expect(lines.map { $0.contains(#""hook.fault":"undeclared""#) } == [true, false, true])
            #expect(lines[1].contains(#""hook.fault":"error""#) && lines[1].contains(#""error.type":"Accident""#))
            #expect(!log.text.contains("secret"))
            #expect(try await admin.send("DELETE", team).code == "default")
            #expect(try await admin.get(team).status == 200)
        }
    }

    private struct Strict: TeamBeforeUpdate, TeamBeforeDelete {
        func beforeUpdate(_ change: inout BeforeUpdate<Team>) async throws {
            switch change.patch.label.value {
            case "full": throw Team.Refusal.full
            case "default": throw Team.Refusal.`default`
            case "other": throw DefaultRefusal.full
            case "plain": throw Accident()
            case "taken": throw Problem.conflict(code: "taken", title: "It is taken.")
            case "forbidden": throw Problem.forbidden()
            default: break
            }
        }

        func beforeDelete(_ change: inout BeforeDelete<Team>) async throws {
            throw Team.Refusal.`default`
        }
    }
}
