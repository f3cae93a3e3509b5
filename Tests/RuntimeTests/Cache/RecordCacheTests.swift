import DevServices
import NIOCore
import Testing

@testable import Runtime

@Suite("RecordCache over Redis", .timeLimit(.minutes(2)))
struct RecordCacheTests {
    private let key = CacheKey.test(1)

    @Test("a write on one node is dropped by the other at once, and never answered old where it was made")
    func invalidates() async throws {
        try await withNodes(2) { _, node async throws in
            var delays: [Duration] = []
            for round in 0..<200 as Range<UInt64> {
                let key = CacheKey.test(round % 7)
                try await node[1].read(key)
                let version = node[0].write(key)
                let written = ContinuousClock.now
                #expect(try await node[0].read(key) == version)
                try await eventually("the drop") { node[1].remembered(key) ?? version == version }
                delays.append(.now - written)
                #expect(try await node[1].read(key) == version)
            }
            // The goal is 50 ms for 99 in 100; here half of them, on a machine that does other things too.
            #expect(delays.sorted()[100] < .milliseconds(50))
        }
    }

    @Test("an older version that is observed elsewhere is dropped on all nodes")
    func observed() async throws {
        try await withNodes(2) { nodes, node async throws in
            for one in node { try await one.read(key) }
            try await node[0].isHeld(key, 1)
            let version = nodes.store.write(key)
            node[0].cache.observed(key, version: version)
            #expect(node[0].remembered(key) == nil)
            try await eventually("the drop") { node[1].remembered(key) == nil }
            for one in node { #expect(try await one.read(key) == version) }
        }
    }

    @Test("a write without an answer keeps its record out of all caches until it must be settled")
    func unknown() async throws {
        try await withNodes(2, configure: { $0.settleTime = .seconds(1) }) { nodes, node async throws in
            for one in node { try await one.read(key) }
            try await node[0].isHeld(key, 1)
            let slow = Gate()
            async let late: Int64? = node[1].read(key, .admin) { await slow.pass() }
            try await eventually("the slow reader") { slow.arrivals == 1 }
            let end = ContinuousClock.now + .seconds(1)
            node[0].cache.outcomeUnknown(key)
            #expect(node[0].remembered(key) == nil)
            try await eventually("the drop") { node[1].remembered(key) == nil }
            slow.open()
            #expect(try await late == 1)
            for one in node {
                #expect(try await one.read(key) == 1)
                #expect(one.remembered(key) == nil || .now > end)
                #expect(await one.inRedis(key) == nil || .now > end)
            }
            // It happens after all.
            let version = nodes.store.write(key)
            for one in node { #expect(try await one.read(key) == version || .now > end) }
            try await Task.sleep(until: end + .milliseconds(100))
            for one in node { #expect(try await one.read(key) == version) }
            try await node[1].isHeld(key, version)
            #expect(node[0].remembered(key) == version)
        }
    }

    @Test("without other nodes the cache in the process is used without the channel")
    func alone() async throws {
        try await withNodes(1, isLive: false, configure: { $0.shared?.hasOtherNodes = false }) {
            nodes, node async throws in
            await nodes.redis.server.kill()
            #expect(try await node[0].read(key) == 1)
            #expect(node[0].remembered(key) == 1)
            #expect(node[0].write(key) == 2)
            #expect(try await node[0].read(key) == 2)
        }
    }

    @Test("without caching here the others are told all the same")
    func off() async throws {
        try await withRedis { redis in
            let nodes = CacheNodes(redis: redis)
            try await nodes.with(1) { reader async throws in
                try await nodes.with(1, isLive: false, configure: { $0.bytes = 0 }) { writer async throws in
                    try await reader[0].read(key)
                    let version = writer[0].write(key)
                    try await eventually("the drop") { reader[0].remembered(key) == nil }
                    #expect(try await reader[0].read(key) == version)
                    try await writer[0].read(key)
                    #expect(writer[0].remembered(key) == nil)
                }
            }
        }
    }

    @Test("a wrong password means the store answers, and nothing waits")
    func wrongPassword() async throws {
        try await withRedis { redis in
            let nodes = CacheNodes(redis: redis)
            let address = try RedisAddress(url: "redis://:wrong@127.0.0.1:\(redis.server.port)")
            try await nodes.with(1, isLive: false, configure: { $0.shared?.redis.address = address }) {
                node async throws in
                #expect(try await node[0].read(key) == 1)
                node[0].write(key)
                #expect(try await node[0].read(key) == 2)
                #expect(node[0].cache.health.redis == .away)
                #expect(!node[0].cache.health.isLocalInUse)
                #expect(node[0].cache.health.pendingInvalidations == 1)
            }
        }
    }

    @Test("words on the channel that nobody understands empty the cache in the process")
    func unreadable() async throws {
        try await withNodes(1) { nodes, node async throws in
            try await nodes.redis.withClient { client async throws in
                for words in ["", "r", "r 1 first x 2 0", "e zz 0", "r 1 first \(key.id) x 0", "q 1 0"] {
                    try await node[0].read(key)
                    #expect(node[0].remembered(key) == 1, "\(words)")
                    let channel = try #require(node[0].cache.shared).names.channel
                    _ = try await client.send(RedisCommand("PUBLISH", channel, words), deadline: .late)
                    try await eventually("the drop") { node[0].remembered(key) == nil }
                }
            }
        }
    }

    @Test("nodes of two contracts hear of each other's writes, wherever a resource stands, and hold views of their own")
    func contracts() async throws {
        try await withNodes(1) { nodes, old async throws in
            var others = nodes
            others.contract = .test("fedcba9876543210", ["third", "first"])
            let there = CacheKey(resource: 1, id: key.id)
            try await others.with(1) { new async throws in
                try await old[0].read(key)
                try await old[0].isHeld(key, 1)
                #expect(await new[0].inRedis(there) == nil)
                try await new[0].read(there)
                try await new[0].isHeld(there, 1)
                for (writer, reader) in [((new[0], there), (old[0], key)), ((old[0], key), (new[0], there))] {
                    _ = nodes.store.write(reader.1)
                    let version = writer.0.write(writer.1)
                    try await eventually("the drop") { reader.0.remembered(reader.1) == nil }
                    #expect(try await reader.0.read(reader.1) == version)
                    #expect(try await writer.0.read(writer.1) == version)
                }
                // A record that the old contract doesn't have drops nothing of it.
                let received = old[0].heard
                new[0].write(CacheKey(resource: 0, id: key.id))
                try await eventually("the message") { old[0].heard > received }
                #expect(old[0].remembered(key) == 3)
            }
        }
    }

    @Test("a message is read as it was written")
    func messages() throws {
        let messages: [InvalidationMessage] = [
            .record(CacheKey(resource: 255, id: RecordID(high: .max, low: 1)), version: .max, hold: .zero),
            .record(key, version: nil, hold: .seconds(6)), .everything(hold: .milliseconds(1)),
        ]
        let names = L2Names(.test("0123456789abcdef", ["first", "second"]))
        for message in messages {
            let decoded = InvalidationMessage.decode(ByteBuffer(string: message.encoded(sender: .max, names)), names)
            #expect(decoded?.sender == .max)
            #expect(decoded?.message == message)
        }
    }
}
