import NIOCore
import TestSupport
import Testing

@testable import Runtime

@Suite("L1Cache")
struct L1CacheTests {
    private let start = ContinuousClock.now
    private let key = CacheKey.test(1)

    private func makeCache(bytes: Int = 16 * 65_536) -> L1Cache {
        L1Cache(bytes: bytes, ttl: .seconds(60), negativeTTL: .seconds(5), metrics: Metrics())
    }

    private func read(_ cache: L1Cache, _ view: RoleSet = .peer, after: Duration = .zero) -> Int64? {
        cache.lookup(key, view: view, now: start + after).version
    }

    @Test("a filled view is answered until its time has passed, and only to its own view")
    func hit() {
        let cache = makeCache()
        cache.fill(cache.beginFill(key), view: .peer, .test(3), now: start)
        #expect(read(cache) == 3)
        #expect(read(cache, .admin) == nil)
        #expect(read(cache, after: .seconds(59)) == 3)
        #expect(read(cache, after: .seconds(60)) == nil)
    }

    @Test("an absence is answered for its own, shorter time")
    func absence() {
        let cache = makeCache()
        cache.fillAbsent(cache.beginFill(key), now: start)
        #expect(read(cache) == -1)
        #expect(read(cache, .admin, after: .seconds(4)) == -1)
        #expect(read(cache, after: .seconds(5)) == nil)
    }

    @Test("a write drops older views and an absence, and leaves its own version")
    func written() {
        let cache = makeCache()
        cache.fill(cache.beginFill(key), view: .peer, .test(3), now: start)
        cache.written(key, version: 3)
        #expect(read(cache) == 3)
        cache.written(key, version: 4)
        #expect(read(cache) == nil)
        cache.fillAbsent(cache.beginFill(key), now: start)
        cache.written(key, version: 5)
        #expect(read(cache) == nil)
    }

    @Test("a slow reader's old row is not stored after a write, although nothing of the key was in the cache")
    func slowReader() {
        let cache = makeCache()
        let slow = cache.beginFill(key)
        cache.written(key, version: 8)
        #expect(!cache.isCurrent(slow, now: start))
        cache.fill(slow, view: .peer, .test(7), now: start)
        #expect(read(cache) == nil)
    }

    @Test("a slow reader that has read the new row may store it")
    func slowReaderOfNewRow() {
        let cache = makeCache()
        let slow = cache.beginFill(key)
        cache.written(key, version: 8)
        cache.fill(slow, view: .peer, .test(8), now: start)
        #expect(read(cache) == 8)
    }

    @Test("an absence read before a write is not stored after it, and takes with it what it can't be compared to")
    func slowAbsence() {
        let cache = makeCache()
        let slow = cache.beginFill(key)
        let fast = cache.beginFill(key)
        cache.fill(fast, view: .peer, .test(9), now: start)
        cache.fillAbsent(slow, now: start)
        #expect(read(cache) == nil)
    }

    @Test("a row read before an absence was learned does not come back after it")
    func resurrection() {
        let cache = makeCache()
        let slow = cache.beginFill(key)
        cache.fillAbsent(cache.beginFill(key), now: start)
        cache.fill(slow, view: .peer, .test(9), now: start)
        #expect(read(cache) == nil)
    }

    @Test("a newer view makes readers that started before it unfit to be joined")
    func joining() {
        let cache = makeCache()
        let older = cache.beginFill(key)
        #expect(cache.isCurrent(older, now: start))
        cache.fill(cache.beginFill(key), view: .admin, .test(2), now: start)
        #expect(!cache.isCurrent(older, now: start))
        cache.abandon(older)
    }

    @Test("a key with an unknown write is not stored until the block has ended, whatever its version")
    func blocked() {
        let cache = makeCache()
        let before = cache.beginFill(key)
        cache.blockUnknown(key, until: start + .seconds(5), now: start)
        cache.fill(before, view: .peer, .test(100), now: start + .seconds(1))
        cache.fill(cache.beginFill(key), view: .peer, .test(100), now: start + .seconds(1))
        cache.fillAbsent(cache.beginFill(key), now: start + .seconds(2))
        #expect(read(cache, after: .seconds(2)) == nil)
        let during = cache.beginFill(key, now: start + .seconds(4))
        let after = start + .seconds(5)
        cache.fill(during, view: .peer, .test(100), now: after)
        #expect(read(cache, after: .seconds(5)) == nil, "its row may be of before the write")
        cache.fill(cache.beginFill(key, now: after), view: .peer, .test(100), now: after)
        #expect(read(cache, after: .seconds(5)) == 100)
    }

    @Test("more blocks than there is room for close the shard instead of being forgotten")
    func blockedTooMany() {
        var shard = L1Shard(limits: L1Limits(bytes: 65_536, ttl: .seconds(60), negativeTTL: .seconds(5), blocks: 2))
        for number in 0..<3 as Range<UInt64> {
            shard.block(.test(number), until: start + .seconds(5), now: start)
        }
        #expect(shard.blocked.count == 2)
        for number in 0..<4 as Range<UInt64> {
            let ticket = shard.beginFill(.test(number))
            shard.fill(ticket, view: .peer, .test(1), now: start + .seconds(4))
            #expect(shard.lookup(.test(number), view: .peer, now: start + .seconds(4)).version == nil)
        }
    }

    @Test("off means no answers, and nothing read while off or before is answered later")
    func disabled() {
        let cache = makeCache()
        cache.fill(cache.beginFill(key), view: .peer, .test(3), now: start)
        let before = cache.beginFill(key)
        cache.disable()
        #expect(read(cache) == nil)
        let meanwhile = cache.beginFill(key)
        cache.enable()
        #expect(read(cache) == nil)
        cache.fill(before, view: .peer, .test(3), now: start)
        cache.fill(meanwhile, view: .peer, .test(3), now: start)
        #expect(read(cache) == nil)
        cache.fill(cache.beginFill(key), view: .peer, .test(3), now: start)
        #expect(read(cache) == 3)
    }

    @Test("a lease that was not extended ends the answers by itself")
    func lease() {
        let cache = makeCache()
        cache.enable(lease: start + .milliseconds(500))
        cache.fill(cache.beginFill(key), view: .peer, .test(3), now: start)
        #expect(read(cache, after: .milliseconds(499)) == 3)
        #expect(read(cache, after: .milliseconds(500)) == nil)
        cache.extendLease(start + .seconds(1))
        #expect(read(cache, after: .milliseconds(500)) == 3)
    }

    @Test("the bytes stay within the bound, whatever is filled", arguments: [1, 2, 3] as [UInt64])
    func bound(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let cache = makeCache(bytes: 16 * 8192)
        for round in 0..<5000 {
            let key = CacheKey.test(.random(in: 0..<400, using: &generator))
            let view = RoleSet(rawValue: .random(in: 0..<40, using: &generator))
            let size = Int.random(in: 0..<(round % 50 == 0 ? 20_000 : 600), using: &generator)
            cache.fill(cache.beginFill(key), view: view, .test(1, size: size), now: start)
            if round % 7 == 0 { cache.written(key, version: 2) }
            #expect(cache.bytes <= 16 * 8192)
        }
        #expect(cache.bytes > 8192)
        cache.flush()
        #expect(cache.bytes == 0)
    }

    @Test("an entry that is looked up survives those that are not")
    func clock() {
        var shard = L1Shard(limits: L1Limits(bytes: 10_000, ttl: .seconds(60), negativeTTL: .seconds(5)))
        for number in 0..<200 as Range<UInt64> {
            let ticket = shard.beginFill(.test(number))
            shard.fill(ticket, view: .peer, .test(1), now: start)
            #expect(shard.lookup(.test(0), view: .peer, now: start).version == 1)
        }
        #expect(shard.evictions > 100)
        #expect(shard.inFlight.isEmpty)
    }

    @Test("a small body does not keep a large buffer alive")
    func compaction() {
        let cache = makeCache()
        var cached = CachedView.test(1, size: 60_000)
        cached = CachedView(version: 1, etag: cached.etag, body: cached.body.getSlice(at: 0, length: 10) ?? cached.body)
        cache.fill(cache.beginFill(key), view: .peer, cached, now: start)
        #expect(cache.bytes < 1000)
        guard case .hit(let found) = cache.lookup(key, view: .peer, now: start) else {
            Testing.Issue.record("not cached")
            return
        }
        #expect(found.body.readableBytes == 10)
    }
}
