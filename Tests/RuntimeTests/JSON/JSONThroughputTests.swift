import Foundation
import NIOCore
import Testing

@testable import Runtime

/// Not a test of a promise but a measurement, so it runs only when asked for: `ROSTER_MEASURE=1 swift test -c release`.
@Suite("JSON throughput", .serialized, .enabled(if: ProcessInfo.processInfo.environment["ROSTER_MEASURE"] == "1"))
struct JSONThroughputTests {
    private struct Profile: Codable {
        var user_id: UUID
        var display_name: String
        var avatar_url: String
        var bio: String
        var email: String
        var row_version: Int
    }

    private static let document = #"""
        {"user_id":"0190f5d6-7a11-7cc3-98f2-6f1f5b0a3c11","display_name":"Ada Lovelace","avatar_url":"https://cdn.example.com/a/0190f5d6.png",\#
        "bio":"Writes programs for engines that do not exist yet.\nLikes numbers.","email":"ada@example.com","row_version":42}
        """#
    private static let rounds = 100_000

    private func measure(_ name: String, _ body: () throws -> Void) rethrows {
        let elapsed = try ContinuousClock().measure { for _ in 0..<Self.rounds { try body() } }
        let nanoseconds = elapsed / .nanoseconds(1) / Double(Self.rounds)
        print("\(name): \(Int(nanoseconds)) ns a document of \(Self.document.utf8.count) bytes")
    }

    @Test("reading")
    func reading() throws {
        let buffer = ByteBuffer(string: Self.document)
        let data = Data(Self.document.utf8)
        let decoder = JSONDecoder()
        try measure("read, JSONReader") { try read(buffer) }
        try measure("read, JSONReader.skipValue") {
            var reader = JSONReader(buffer)
            try reader.skipValue()
        }
        try measure("read, JSONSerialization") { _ = try JSONSerialization.jsonObject(with: data) }
        try measure("read, JSONDecoder") { _ = try decoder.decode(Profile.self, from: data) }
    }

    private func read(_ buffer: ByteBuffer) throws {
        var reader = JSONReader(buffer)
        try reader.beginObject()
        while try reader.nextName() != nil {
            if try reader.peek() == .number { _ = try reader.integer() } else { _ = try reader.string() }
        }
        try reader.end()
    }

    @Test("writing")
    func writing() throws {
        let profile = try JSONDecoder().decode(Profile.self, from: Data(Self.document.utf8))
        let id = try #require(RecordID(profile.user_id.uuidString))
        let encoder = JSONEncoder()
        var sink = 0
        measure("write, JSONWriter") {
            var writer = JSONWriter(buffer: ByteBuffer())
            writer.beginObject()
            writer.key("user_id")
            writer.uuid(id)
            writer.key("display_name")
            writer.string(profile.display_name)
            writer.key("avatar_url")
            writer.string(profile.avatar_url)
            writer.key("bio")
            writer.string(profile.bio)
            writer.key("email")
            writer.string(profile.email)
            writer.key("row_version")
            writer.int(profile.row_version)
            writer.endObject()
            sink += writer.buffer.readableBytes
        }
        try measure("write, JSONEncoder") { sink += try encoder.encode(profile).count }
        let object = try JSONSerialization.jsonObject(with: Data(Self.document.utf8))
        try measure("write, JSONSerialization") { sink += try JSONSerialization.data(withJSONObject: object).count }
        #expect(sink > 0)
    }
}
