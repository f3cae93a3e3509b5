import Testing

@testable import Runtime

@Suite("Reads that share an answer", .timeLimit(.minutes(1)))
struct SharedReadTests {
    private let key = CacheKey.test(1)
    private struct Failed: Error {}

    private func node() -> CacheNode {
        let metrics = Metrics()
        return CacheNode(cache: RecordCache(.init(), metrics: metrics), store: FakeStore(), metrics: metrics)
    }

    private func joins(_ node: CacheNode) -> UInt64 {
        node.metrics.counter("roster_cache_shared_reads_total", help: "").current
    }

    @Test("a hundred misses of one view are one read of the store; another view is another")
    func shares() async throws {
        let node = node()
        let gate = Gate()
        try await withThrowingTaskGroup(of: Int64?.self) { group in
            for _ in 0..<100 { group.addTask { try await node.read(key) { await gate.pass() } } }
            group.addTask { try await node.read(key, .admin) { await gate.pass() } }
            try await eventually("all have come") { gate.arrivals == 2 && joins(node) == 99 }
            gate.open()
            for try await version in group { #expect(version == 1) }
        }
        #expect(node.store.loads.current == 2)
    }

    @Test("who comes after a write does not share a read that began before it")
    func afterWrite() async throws {
        let node = node()
        let gate = Gate()
        async let old = node.read(key) { await gate.pass() }
        try await eventually("the reader") { gate.arrivals == 1 }
        node.write(key)
        #expect(try await node.read(key) == 2)
        gate.open()
        #expect(try await old == 1)
        #expect(node.remembered(key) == 2)
    }

    @Test("when the reader fails, those who waited read by themselves")
    func failure() async throws {
        let node = node()
        let gate = Gate()
        let leader = Task {
            try await node.cache.read(key, view: .peer, deadline: .late) { () async throws -> CachedView? in
                await gate.pass()
                throw Failed()
            }
        }
        try await eventually("the reader") { gate.arrivals == 1 }
        async let follower = node.read(key)
        try await eventually("the follower") { joins(node) == 1 }
        gate.open()
        await #expect(throws: Failed.self) { try await leader.value }
        #expect(try await follower == 1)
    }

    @Test("who is cancelled while waiting waits no longer, and harms nobody")
    func cancelled() async throws {
        let node = node()
        let gate = Gate()
        async let leader = node.read(key) { await gate.pass() }
        try await eventually("the reader") { gate.arrivals == 1 }
        let follower = Task { try await node.read(key) }
        try await eventually("the follower") { joins(node) == 1 }
        follower.cancel()
        #expect(try await follower.value == 1)
        gate.open()
        #expect(try await leader == 1)
    }

    @Test("nobody waits for a reader who may take longer than oneself")
    func deadlines() async throws {
        let node = node()
        let gate = Gate()
        async let leader = node.read(key) { await gate.pass() }
        try await eventually("the reader") { gate.arrivals == 1 }
        let impatient = await node.cache.read(key, view: .peer, deadline: .now + .seconds(1)) { () async in
            node.store.read(key, .peer)
        }
        #expect(impatient?.version == 1)
        #expect(joins(node) == 0)
        gate.open()
        #expect(try await leader == 1)
    }

    @Test("a read that has been brought is not joined, although its answer is not given out yet")
    func closed() {
        let reads = SharedReads()
        let ticket = FillTicket(key: key, stamp: 0, isBlocked: false)
        func enter() -> SharedReads.Role { reads.enter(ticket, view: .peer, deadline: .late) { _ in true } }
        guard case .lead(let read) = enter(), case .join = enter() else {
            Testing.Issue.record("not joined")
            return
        }
        reads.close(read)
        guard case .lead(let next) = enter() else {
            Testing.Issue.record("joined")
            return
        }
        // The first one's end leaves the second one alone.
        reads.close(read)
        guard case .join(let joined) = enter() else {
            Testing.Issue.record("not joined")
            return
        }
        #expect(joined === next)
    }

    @Test("past the bounds everyone reads alone")
    func bounds() async throws {
        let reads = SharedReads(limits: .init(reads: 1, waiters: 1))
        func enter(_ number: UInt64) -> SharedReads.Role {
            let ticket = FillTicket(key: .test(number), stamp: 0, isBlocked: false)
            return reads.enter(ticket, view: .peer, deadline: .late) { _ in true }
        }
        guard case .lead(let read) = enter(1), case .alone = enter(2), case .join = enter(1) else {
            Testing.Issue.record("not as bounded")
            return
        }
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<3 {
                group.addTask { if case .read = await read.wait() { true } else { false } }
            }
            // Two of them find no room.
            #expect(await group.next() == false)
            #expect(await group.next() == false)
            reads.close(read)
            read.finish(.read(nil))
            #expect(await group.next() == true)
        }
        guard case .lead = enter(2) else {
            Testing.Issue.record("the place was not given back")
            return
        }
    }
}
