import DevServices
import Synchronization
import TestSupport
import Testing

@testable import Runtime

@Suite("The cache while Redis is away", .timeLimit(.minutes(3)))
struct CacheOutageTests {
    private let key = CacheKey.test(1)

    /// Deadlines as in production, since these tests are about them.
    private func real(_ configuration: inout RecordCache.Configuration) {
        configuration.shared?.lookupDeadline = .milliseconds(100)
        configuration.shared?.commandDeadline = .milliseconds(500)
        configuration.shared?.redis.connectTimeout = .milliseconds(500)
    }

    @Test("killed: reads come from the store without waiting, and it is used again within a second of being back")
    func killed() async throws {
        try await withNodes(2, configure: real) { nodes, node async throws in
            for one in node { try await one.read(key) }
            try await node[0].isHeld(key, 1)
            await nodes.redis.server.kill()
            try await eventually("the loss") {
                node.allSatisfy { $0.cache.health.redis == .away && !$0.cache.health.isLocalInUse }
            }
            #expect(node.allSatisfy { $0.remembered(key) == nil })
            let before = ContinuousClock.now
            for _ in 0..<100 { #expect(try await node[1].read(key) == 1) }
            #expect(.now - before < .seconds(1))
            let version = node[0].write(key)
            for one in node { #expect(try await one.read(key) == version) }
            #expect(node[0].cache.health.pendingInvalidations == 1)

            try await nodes.redis.server.restart()
            let back = ContinuousClock.now
            try await eventually("the cache's return") { try await node[0].isShared(with: node[1]) }
            #expect(.now - back < .seconds(1))
            for one in node { try await one.becomesLive() }
            try await eventually("delivery") { node[0].cache.health.pendingInvalidations == 0 }
        }
    }

    @Test("frozen: one read waits for the deadline, the next ones don't; thawed, what was written is not found old")
    func frozen() async throws {
        try await withNodes(2, configure: real) { nodes, node async throws in
            for one in node { try await one.read(key) }
            try await node[0].isHeld(key, 1)
            try await nodes.redis.server.freeze()
            let version = node[0].write(key)
            #expect(try await node[0].read(key) == version)
            let before = ContinuousClock.now
            for number in 2..<100 as Range<UInt64> { #expect(try await node[1].read(.test(number)) == 1) }
            #expect(.now - before < .seconds(2))
            // The other node can't know of the write, until its lease is over.
            try await eventually("the end of the lease") { node[1].remembered(key) == nil }
            #expect(.now - before < .seconds(3))
            #expect(try await node[1].read(key) == version)

            await nodes.redis.server.thaw()
            let thawed = ContinuousClock.now
            // From here on Redis holds the old row until the writer has come back.
            var wasUsed = false
            while .now - thawed < .seconds(3), !wasUsed {
                for one in node { #expect(try await one.read(key) == version) }
                wasUsed = try await node[0].isShared(with: node[1])
                try await Task.sleep(for: .milliseconds(1))
            }
            #expect(wasUsed)
            #expect(.now - thawed < .milliseconds(1500))
        }
    }

    @Test("more writes than can be remembered drop everything, once Redis is back")
    func overflow() async throws {
        func small(_ configuration: inout RecordCache.Configuration) {
            real(&configuration)
            configuration.shared?.maximumPendingInvalidations = 5
        }
        try await withNodes(2, configure: small) { nodes, node async throws in
            let keys = (0..<20 as Range<UInt64>).map(CacheKey.test)
            for key in keys {
                try await node[0].read(key)
                try await node[0].isHeld(key, 1)
            }
            try await nodes.redis.server.freeze()
            for key in keys { node[0].write(key) }
            #expect(node[0].cache.health.pendingInvalidations == nil)
            try await eventually("the loss") { node[0].cache.health.redis == .away }
            #expect(try await node[0].read(keys[0]) == 2)
            await nodes.redis.server.thaw()
            try await eventually("delivery") { node[0].cache.health.pendingInvalidations == 0 }
            for key in keys {
                for one in node {
                    #expect(await one.inRedis(key) != 1)
                    #expect(try await one.read(key) == 2)
                }
            }
            try await eventually("use") { try await node[0].isShared(with: node[1]) }
        }
    }

    @Test("an unknown write among those that were too many keeps everything out until it must be settled")
    func overflowWithUnknown() async throws {
        func small(_ configuration: inout RecordCache.Configuration) {
            real(&configuration)
            configuration.settleTime = .seconds(2)
            configuration.shared?.maximumPendingInvalidations = 2
        }
        try await withNodes(2, configure: small) { nodes, node async throws in
            try await node[1].read(key)
            try await node[1].isHeld(key, 1)
            try await nodes.redis.server.freeze()
            try await eventually("the loss") {
                _ = await node[0].inRedis(key)
                return node[0].cache.health.redis == .away
            }
            let end = ContinuousClock.now + .seconds(2)
            node[0].cache.outcomeUnknown(key)
            for number in 2..<5 as Range<UInt64> { node[0].write(.test(number)) }
            await nodes.redis.server.thaw()
            try await eventually("delivery") { node[0].cache.health.pendingInvalidations == 0 }
            while ContinuousClock.now < end - .milliseconds(50) {
                try await node[1].read(key)
                let found = (await node[1].inRedis(key), await node[0].inRedis(key), node[1].remembered(key))
                #expect(found == (nil, nil, nil) || .now >= end)
                try await Task.sleep(for: .milliseconds(20))
            }
            let version = nodes.store.write(key)
            try await Task.sleep(until: end + .milliseconds(50))
            for one in node { #expect(try await one.read(key) == version) }
            try await eventually("use") {
                try await node[1].read(key, .admin)
                return node[1].remembered(key, .admin) == version
            }
        }
    }

    @Test("a lost channel switches the cache in the process off at once; it comes back from nothing")
    func channel() async throws {
        try await withNodes(2) { nodes, node async throws in
            try await nodes.redis.withClient { client async throws in
                for round in 0..<10 {
                    for one in node {
                        try await one.becomesLive()
                        try await one.read(key)
                        try await eventually("a use") {
                            try await one.read(key)
                            return one.remembered(key) != nil
                        }
                    }
                    _ = try await client.send(RedisCommand("CLIENT", "KILL", "TYPE", "pubsub"), deadline: .late)
                    let version = node[round % 2].write(key)
                    try await eventually("the drop") {
                        node.allSatisfy { ($0.remembered(key) ?? version) == version }
                    }
                    try await eventually("delivery") {
                        node.allSatisfy { $0.cache.health.pendingInvalidations == 0 }
                    }
                    for one in node { #expect(try await one.read(key) == version) }
                }
            }
        }
    }

    @Test("two nodes that read and write while Redis is frozen, killed and started again stay right")
    func chaos() async throws {
        try await withNodes(2, configure: real) { nodes, node async throws in
            let keys = (0..<8 as Range<UInt64>).map(CacheKey.test)
            let end = Gate()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, one) in node.enumerated() {
                    let known = AcknowledgedVersions()
                    for worker in 0..<4 {
                        group.addTask {
                            var generator = SeededGenerator(seed: UInt64(number * 10 + worker))
                            while !end.isOpen {
                                let key = keys.randomElement(using: &generator) ?? keys[0]
                                if Int.random(in: 0..<10, using: &generator) == 0 {
                                    known.acknowledge(key, one.write(key))
                                    continue
                                }
                                let floor = known.newest(key)
                                let version = try await one.read(key, generator.next() & 1 == 0 ? .peer : .admin) {
                                    await Task.yield()
                                }
                                #expect((floor...nodes.store.version(key)).contains(version ?? 0))
                                try await Task.sleep(for: .microseconds(200))
                            }
                        }
                    }
                }
                group.addTask {
                    defer { end.open() }
                    for _ in 0..<3 {
                        try await Task.sleep(for: .milliseconds(300))
                        try await nodes.redis.server.freeze()
                        try await Task.sleep(for: .milliseconds(500))
                        await nodes.redis.server.thaw()
                        try await Task.sleep(for: .milliseconds(500))
                        await nodes.redis.server.kill()
                        try await Task.sleep(for: .milliseconds(300))
                        try await nodes.redis.server.restart()
                    }
                    try await Task.sleep(for: .milliseconds(500))
                }
                try await group.waitForAll()
            }
            for one in node { try await one.becomesLive() }
            try await eventually("delivery") { node.allSatisfy { $0.cache.health.pendingInvalidations == 0 } }
            try await eventually("one truth") {
                for key in keys {
                    for one in node {
                        guard try await one.read(key) == nodes.store.version(key) else { return false }
                    }
                }
                return true
            }
            #expect(node.allSatisfy { $0.lookups("l2", "hit") > 0 })
        }
    }
}

extension CacheNode {
    /// Whether the other one finds in Redis what this one has just read. With a record of its own each time, since what
    /// the process holds already is not brought to Redis.
    fileprivate func isShared(with other: CacheNode) async throws -> Bool {
        let key = CacheKey.test(.random(in: 1 << 32 ... .max))
        try await read(key)
        try await Task.sleep(for: .milliseconds(1))
        return await other.inRedis(key) == 1
    }
}

/// What one node has acknowledged.
final class AcknowledgedVersions: Sendable {
    private let versions = Mutex<[CacheKey: Int64]>([:])

    func acknowledge(_ key: CacheKey, _ version: Int64) {
        versions.withLock { $0[key] = max($0[key] ?? 1, version) }
    }

    func newest(_ key: CacheKey) -> Int64 { versions.withLock { $0[key] ?? 1 } }
}
