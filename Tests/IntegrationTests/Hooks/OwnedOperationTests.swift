import Everything
import Runtime
import TestSupport
import Testing

@testable import Server

@Suite("Operations that the one may call whom a field of the record names", .timeLimit(.minutes(1)))
struct OwnedOperationTests {
    private static func clear(_ server: EverythingServer, _ desk: String, _ client: Client) async throws -> Answer {
        try await client.post(desk + "/clear", #"{"why":"tidy"}"#, ["If-Match": "*"])
    }

    @Test("a call: the holder is let in and sees what holders see, others have a 404 whether it is there or not")
    func calls() async throws {
        let asked = Seen<String>()
        var hooks = EverythingHouse.hooks
        hooks.clear = { call in
            asked.add(call.input.why)
            return ClearOutput(lock: call.readable.contains(Desk.Fields.lock) ? call.record.lock?.rawValue : nil)
        }
        try await EverythingHouse.scoped(hooks) { server in
            let (id, holder) = try await server.caller()
            let desk = try await server.desk(of: id)
            let own = try await Self.clear(server, desk, holder)
            #expect(own.status == 200, "\(own.body)")
            #expect(own.json["lock"] == "open")
            let stranger = try await server.caller().client
            #expect(try await Self.clear(server, desk, stranger).status == 404)
            #expect(try await stranger.post(desk + "/clear", "{", ["If-Match": "*"]).status == 404, "a body was read")
            #expect(try await Self.clear(server, desk, try await server.caller("admin").client).status == 404)
            #expect(try await Self.clear(server, desk, server.anonymous).status == 401)
            #expect(try await Self.clear(server, server.desk(), holder).status == 404)
            #expect(
                try await Self.clear(server, EverythingServer.base + "/desks/\(RecordID.made())", holder).status == 404)
            #expect(try await holder.post(desk + "/clear", "{}", ["If-Match": "*"]).status == 422)
            #expect(try await holder.post(desk + "/clear", #"{"why":"x"}"#).status == 428)
            #expect(asked.all == ["tidy"])
        }
    }

    @Test("a move: the same, and nobody else moves the record")
    func moves() async throws {
        try await EverythingHouse.scoped(EverythingHouse.hooks) { server in
            let (id, holder) = try await server.caller()
            let admin = try await server.caller("admin").client
            let stranger = try await server.caller().client
            let desk = try await server.desk(of: id)
            func shut(_ client: Client, _ desk: String, _ tag: String = "*") async throws -> Answer {
                try await client.post(desk + "/shut", "{}", ["If-Match": tag])
            }
            #expect(try await shut(stranger, desk).status == 404)
            #expect(try await shut(server.anonymous, desk).status == 401)
            #expect(try await shut(holder, desk, "\"1-0-00000000\"").status == 412)
            #expect(try await admin.get(desk).json["lock"] == "open")
            let moved = try await shut(holder, desk, try await holder.get(desk).etag)
            #expect(moved.status == 200, "\(moved.body)")
            #expect(moved.json["lock"] == "shut")
            #expect(try await shut(holder, desk).code == "illegal_transition")
            let other = try await server.desk()
            #expect(try await shut(holder, other).status == 404)
            #expect(try await shut(admin, other).status == 200)
        }
    }
}
