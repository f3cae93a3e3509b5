import Synchronization
import Testing

@testable import Runtime

/// Loads and updates that go on while a test does something to Postgres, and the promises that each of them checks.
struct FaultLoad: Sendable {
    static let increment = Statement(
        "fault_increment", "UPDATE faults SET value = value + 1 WHERE key = $1", parameterTypes: [.uuid])
    static let read = Statement(
        "fault_read", "SELECT value, key FROM faults WHERE key = ANY($1)", parameterTypes: [.uuidArray])
    static let echo = Statement("fault_echo", "SELECT $1, pg_sleep(0.001)", parameterTypes: [.int8])

    /// What is known of the writes of one key.
    final class Counter: Sendable {
        let key = RecordID.random()
        let acknowledged = Atomic<Int64>(0)
        /// Without an answer, so they may have counted or not.
        let uncertain = Atomic<Int64>(0)
    }

    struct Sum: Sendable {
        var answered = 0
        var failed: [String: Int] = [:]
        var longestOverrun = Duration.zero
    }

    let pool: PostgresPool
    let counters = (0..<16).map { _ in Counter() }
    /// From a request to its deadline.
    var patience = Duration.milliseconds(400)
    private let sum = Shared(Sum())
    private let isOver = Shared(false)

    private final class Shared<Value: Sendable>: Sendable {
        private let value: Mutex<Value>
        init(_ value: Value) { self.value = Mutex(value) }
        func change(_ body: (inout sending Value) -> Void) { value.withLock { body(&$0) } }
        var current: Value { value.withLock { $0 } }
    }

    init(_ fixture: PoolFixture) async throws {
        pool = fixture.pool
        let values = counters.map { "('\($0.key)', 0)" }.joined(separator: ",")
        try await fixture.script(
            "CREATE TABLE faults (key uuid PRIMARY KEY, value int8); INSERT INTO faults VALUES \(values)")
    }

    /// Runs the load while `disturb` runs.
    func run(clients: Int = 48, while disturb: () async throws -> Void) async throws -> Sum {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<clients {
                group.addTask { await self.act(as: client) }
            }
            do {
                try await disturb()
            } catch {
                isOver.change { $0 = true }
                throw error
            }
            isOver.change { $0 = true }
            try await group.waitForAll()
        }
        return sum.current
    }

    /// No acknowledged write is lost, and none is done twice.
    func checkWrites() async throws {
        for counter in counters {
            let row = try await pool.load(Self.read, key: counter.key, keyColumn: 1, deadline: .late)
            let value = row?.int64(0) ?? -1
            let least = counter.acknowledged.load(ordering: .sequentiallyConsistent)
            let most = least + counter.uncertain.load(ordering: .sequentiallyConsistent)
            #expect((least...most).contains(value))
        }
    }

    private func act(as client: Int) async {
        var turn = client
        while !isOver.current {
            let counter = counters[turn % counters.count]
            switch client % 4 {
            case 0: await timed { await write(counter) }
            case 1: await timed { await cancelledEcho(Int64(turn)) }
            default: await timed { await load(counter) }
            }
            turn += 7
        }
    }

    private func load(_ counter: Counter) async -> PostgresError? {
        let least = counter.acknowledged.load(ordering: .sequentiallyConsistent)
        do throws(PostgresError) {
            let row = try await pool.load(Self.read, key: counter.key, keyColumn: 1, deadline: .now + patience)
            #expect(row?.uuid(1) == counter.key, "the row of another key")
            #expect(row?.int64(0) ?? -1 >= least, "an acknowledged write is missing")
            return nil
        } catch {
            return error
        }
    }

    private func write(_ counter: Counter) async -> PostgresError? {
        do throws(PostgresError) {
            let rows = try await pool.query(
                Self.increment, .build { $0.uuid(counter.key) }, deadline: .now + patience)
            #expect(rows.affected == 1)
            counter.acknowledged.wrappingAdd(1, ordering: .sequentiallyConsistent)
            return nil
        } catch {
            counter.uncertain.wrappingAdd(1, ordering: .sequentiallyConsistent)
            return error
        }
    }

    /// A question that one in two withdraws while it is on its way.
    private func cancelledEcho(_ number: Int64) async -> PostgresError? {
        let asked = Task { () -> PostgresError? in
            do throws(PostgresError) {
                let rows = try await pool.query(Self.echo, .build { $0.int8(number) }, deadline: .now + patience)
                #expect(rows.first?.int64(0) == number, "the answer of another question")
                return nil
            } catch {
                return error
            }
        }
        if number % 2 == 0 {
            try? await Task.sleep(for: .microseconds(number % 5 * 300))
            asked.cancel()
        }
        return await asked.value
    }

    private func timed(_ body: () async -> PostgresError?) async {
        let start = ContinuousClock.now
        let error = await body()
        let overrun = .now - start - patience
        sum.change {
            if let error { $0.failed[error.kind, default: 0] += 1 } else { $0.answered += 1 }
            $0.longestOverrun = max($0.longestOverrun, overrun)
        }
        // Who is refused at once comes again a little later, as a client does.
        if error != nil { try? await Task.sleep(for: .milliseconds(1)) }
    }
}
