import Synchronization
import TestSupport
import Testing

@testable import Runtime

/// Random orders of the steps of reads and writes on two nodes, each order with a record of its own.
@Suite("Interleavings of readers and writers", .timeLimit(.minutes(5)))
struct CacheInterleavingTests {
    /// A read that stands still between its look at the store and its return.
    private struct Reader {
        let task: Task<Int64?, any Error>
        let gate: Gate
        /// What its node had acknowledged when it started.
        let floor: Int64
    }

    /// A write that is committed and not yet acknowledged.
    private struct Writer {
        let node: Int
        let version: Int64
    }

    @Test("no read that starts after an acknowledged write on its node is older, and all agree in the end")
    func random() async throws {
        try await withNodes(2) { nodes, node async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<4 as Range<UInt64> {
                    group.addTask {
                        for round in 0..<2500 as Range<UInt64> {
                            try await run(seed: worker << 32 | round, node, nodes.store)
                        }
                    }
                }
                try await group.waitForAll()
            }
            // The orders must have been such that each way was taken.
            for one in node {
                #expect(one.lookups("l2", "hit") > 100)
                #expect(one.lookups("l2", "miss") > 100)
                #expect(one.fills("held") > 100)
                #expect(one.fills("late") > 10)
            }
        }
    }

    private func run(seed: UInt64, _ node: [CacheNode], _ store: FakeStore) async throws {
        var generator = SeededGenerator(seed: seed)
        let key = CacheKey.test(seed &+ 1 << 40)
        var readers: [Reader] = []
        var writers: [Writer] = []
        var acknowledged: [Int64] = [1, 1]

        func acknowledge(_ writer: Writer) {
            node[writer.node].cache.written(key, version: writer.version)
            acknowledged[writer.node] = max(acknowledged[writer.node], writer.version)
        }
        func finish(_ reader: Reader) async throws {
            reader.gate.open()
            let version = try await reader.task.value ?? 0
            #expect((reader.floor...store.version(key)).contains(version), "seed \(seed)")
        }
        for _ in 0..<Int.random(in: 4...10, using: &generator) {
            switch Int.random(in: 0..<10, using: &generator) {
            case 0..<4:
                let number = Int.random(in: 0...1, using: &generator)
                let view: RoleSet = generator.next() & 1 == 0 ? .peer : .admin
                let gate = Gate()
                let task = Task { try await node[number].read(key, view) { await gate.pass() } }
                readers.append(Reader(task: task, gate: gate, floor: acknowledged[number]))
            case 4..<6:
                let number = Int.random(in: 0...1, using: &generator)
                writers.append(Writer(node: number, version: store.write(key)))
            case 6..<8:
                guard let place = writers.indices.randomElement(using: &generator) else { continue }
                acknowledge(writers.remove(at: place))
            default:
                guard let place = readers.indices.randomElement(using: &generator) else { continue }
                // A reader that waits for another one is let go with it.
                for reader in readers { if generator.next() & 1 == 0 { reader.gate.open() } }
                readers[place].gate.open()
            }
            // Sometimes the steps under way get some time, sometimes none.
            switch generator.next() % 4 {
            case 0: try await Task.sleep(for: .microseconds(300))
            case 1: await Task.yield()
            default: break
            }
        }
        writers.shuffle(using: &generator)
        for writer in writers { acknowledge(writer) }
        for reader in readers { reader.gate.open() }
        for reader in readers { try await finish(reader) }
        try await agree(key, node, store, seed)
    }

    private func agree(_ key: CacheKey, _ node: [CacheNode], _ store: FakeStore, _ seed: UInt64) async throws {
        let newest = store.version(key)
        try await eventually("one truth for seed \(seed)") {
            for one in node {
                for view in [RoleSet.peer, .admin] {
                    guard try await one.read(key, view) == newest else { return false }
                    guard await one.inRedis(key, view) ?? newest == newest else { return false }
                }
            }
            return true
        }
    }
}
