import NIOCore
import Testing

@testable import Runtime

@Suite("The cache in Redis", .timeLimit(.minutes(2)))
struct L2CacheTests {
    private let key = CacheKey.test(1)

    @Test("what one node has read the other does not load, view by view")
    func shares() async throws {
        try await withNodes(2) { nodes, node async throws in
            try await node[0].read(key)
            try await node[0].isHeld(key, 1)
            #expect(try await node[1].read(key) == 1)
            #expect(nodes.store.loads.current == 1)
            #expect(node[1].remembered(key) == 1)
            #expect(try await node[1].read(key, .admin) == 1)
            #expect(nodes.store.loads.current == 2)
            try await node[1].isHeld(key, 1, .admin)
            #expect(await node[0].inRedis(key, .peer) == 1)
        }
    }

    @Test("a newer version takes the place of all views of older ones")
    func replaces() async throws {
        try await withNodes(1) { nodes, node async throws in
            for view in [RoleSet.peer, .admin] { try await node[0].read(key, view) }
            try await node[0].isHeld(key, 1, .admin)
            // Changed by someone who tells nobody.
            _ = nodes.store.write(key)
            let third = RoleSet(rawValue: 4)
            #expect(try await node[0].read(key, third) == 2)
            try await node[0].isHeld(key, 2, third)
            #expect(await node[0].inRedis(key) == nil)
            #expect(await node[0].inRedis(key, .admin) == nil)
        }
    }

    @Test(
        "a slow reader's old row is not put back",
        arguments: ["another node wrote", "another node wrote and read", "the hash is evicted", "the epoch is lost"])
    func slowReader(_ event: String) async throws {
        try await withNodes(2) { nodes, node async throws in
            try await nodes.redis.withClient { client async throws in
                let name = try self.name(node[0])
                try await node[0].read(key) {
                    try? await self.happens(event, node[1], client, name)
                }
                try await eventually("the fill's end") { node[0].fills("late") == 1 }
                #expect(node[0].fills("held") == 0)
                let held = await node[1].inRedis(key)
                #expect(held == nil || held == nodes.store.version(key))
            }
        }
    }

    private func happens(_ event: String, _ other: CacheNode, _ client: RedisClient, _ name: String) async throws {
        let version = other.write(key)
        try await eventually("delivery") { other.cache.health.pendingInvalidations == 0 }
        switch event {
        case "another node wrote and read":
            try await other.read(key)
            try await other.isHeld(key, version)
        case "the hash is evicted":
            _ = try await client.send(RedisCommand("DEL", name), deadline: .late)
            // Someone else begins to read, so that there is a hash again.
            _ = await other.inRedis(key)
        case "the epoch is lost":
            let epoch = try #require(other.cache.shared).names.epoch(try #require(client.session))
            _ = try await client.send(RedisCommand("DEL", name, epoch), deadline: .late)
            _ = await other.inRedis(key)
        default: break
        }
    }

    @Test("a reader whose row is as new as the write may fill, and a later view doesn't lengthen the time of the first")
    func times() async throws {
        try await withNodes(2, configure: { $0.ttl = .seconds(30) }) { nodes, node async throws in
            let name = try name(node[0])
            let version = Int64(2)
            let result = await node[0].cache.read(key, view: .peer, deadline: .late) { () async -> CachedView? in
                node[1].write(key)
                try? await eventually("delivery") { node[1].cache.health.pendingInvalidations == 0 }
                return nodes.store.read(key, .peer)
            }
            #expect(result?.version == version)
            try await node[0].isHeld(key, version)
            try await nodes.redis.withClient { client async throws in
                func left() async throws -> Int64 {
                    try await client.send(RedisCommand("PTTL", name), deadline: .late).integer ?? 0
                }
                #expect((20_000...30_000).contains(try await left()))
                _ = try await client.send(RedisCommand("PEXPIRE", name, "12000"), deadline: .late)
                try await node[0].read(key, .admin)
                try await node[0].isHeld(key, version, .admin)
                #expect(try await left() <= 12_000)
            }
        }
    }

    @Test("damaged bytes are a miss, and are gone after it", arguments: 0..<9)
    func damage(_ kind: Int) async throws {
        try await withNodes(2) { nodes, node async throws in
            let name = try name(node[0])
            let view = try #require(node[0].cache.shared).names.view(.peer)
            try await node[0].read(key)
            try await node[0].isHeld(key, 1)
            let good = try #require(L2Value.encode(CachedView(key, .peer, 1), key, .peer))
            try await nodes.redis.withClient { client async throws in
                var set = RedisCommand("HSET", name, view)
                set.append(try Self.damaged(good, kind, key))
                _ = try await client.send(set, deadline: .late)
                #expect(try await node[1].read(key) == 1)
                #expect(node[1].lookups("l2", "damaged") == 1)
                #expect(nodes.store.loads.current == 2)
                try await eventually("the end of the damage") {
                    try await client.send(RedisCommand("HEXISTS", name, view), deadline: .late).integer == 0
                }
            }
        }
    }

    private static func damaged(_ good: ByteBuffer, _ kind: Int, _ key: CacheKey) throws -> ByteBuffer {
        var bytes = good
        switch kind {
        case 0: return ByteBuffer()
        case 1: return bytes.readSlice(length: 20) ?? bytes
        case 2: return bytes.readSlice(length: bytes.readableBytes - 1) ?? bytes
        case 3: bytes.writeString("x")
        case 4: bytes.setInteger(UInt8(0), at: 0)
        case 5: bytes.setInteger(UInt16.max, at: 33)
        case 6: bytes.setInteger(UInt32.max, at: 35)
        case 7: return try #require(L2Value.encode(CachedView(.test(2), .peer, 1), .test(2), .peer))
        default: return try #require(L2Value.encode(CachedView(key, .admin, 1), key, .admin))
        }
        return bytes
    }

    @Test("scripts that the server forgot are no reason to miss")
    func scriptFlush() async throws {
        try await withNodes(2) { nodes, node async throws in
            try await nodes.redis.withClient { client async throws in
                _ = try await client.send(RedisCommand("SCRIPT", "FLUSH"), deadline: .late)
                try await node[0].read(key)
                try await node[0].isHeld(key, 1)
                // What the other doesn't remember it can't be seen to drop.
                #expect(try await node[1].read(key) == 1)
                #expect(node[1].remembered(key) == 1)
                _ = try await client.send(RedisCommand("SCRIPT", "FLUSH"), deadline: .late)
                let version = node[0].write(key)
                try await eventually("the drop") { node[1].remembered(key) == nil }
                #expect(try await node[1].read(key) == version)
            }
        }
    }

    @Test("a body above the bound stays out of Redis")
    func large() async throws {
        try await withNodes(1, configure: { $0.shared?.maximumBodyBytes = 10 }) { _, node async throws in
            #expect(try await node[0].read(key) == 1)
            try await node[0].cache.shared?.client.barrier()
            #expect(await node[0].inRedis(key) == nil)
            #expect(node[0].remembered(key) == 1)
        }
    }

    @Test("a server without memory costs hits and nothing else: what was written is not found old")
    func noMemory() async throws {
        try await withNodes(2) { nodes, node async throws in
            try await node[0].read(key)
            try await node[0].isHeld(key, 1)
            try await nodes.redis.withClient { client async throws in
                for (name, value) in [("maxmemory-policy", "noeviction"), ("maxmemory", "1")] {
                    _ = try await client.send(RedisCommand("CONFIG", "SET", name, value), deadline: .late)
                }
                let version = node[0].write(key)
                #expect(try await node[0].read(key) == version)
                // Even the call of the script may be refused then, so Redis keeps the old row: it must not be used here.
                #expect(await node[0].inRedis(key) != 1)
                _ = try await client.send(RedisCommand("CONFIG", "SET", "maxmemory", "0"), deadline: .late)
                try await eventually("delivery") { node[0].cache.health.pendingInvalidations == 0 }
                #expect(await node[1].inRedis(key) != 1)
            }
        }
    }

    @Test("versions as digits have the order of the numbers")
    func digits() {
        let versions: [Int64] = [.min, -2, -1, 0, 1, 9, 10, 99, 1 << 53, 1 << 53 + 1, .max]
        let digits = versions.map(L2Value.digits)
        #expect(digits == digits.sorted())
        #expect(Set(digits).count == versions.count)
        #expect(digits.allSatisfy { $0.utf8.count == 20 })
    }

    private func name(_ node: CacheNode) throws -> String {
        let shared = try #require(node.cache.shared)
        return shared.names.record(key, try #require(shared.client.session))
    }
}

extension CacheNode {
    func fills(_ result: String) -> UInt64 {
        metrics.counter("roster_cache_fills_total", help: "", labels: [("result", result)]).current
    }
}

extension RedisClient {
    /// Returns when all that was sent before has been answered.
    func barrier() async throws {
        _ = try await send(RedisCommand("PING"), deadline: .late)
    }
}
