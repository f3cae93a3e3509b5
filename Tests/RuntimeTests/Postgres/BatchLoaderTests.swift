import DevServices
import Synchronization
import TestSupport
import Testing

@testable import Runtime

@Suite("Postgres: gathered loads", .serialized, .timeLimit(.minutes(2)))
struct BatchLoaderTests {
    static let byKey = Statement(
        "by_key", "SELECT value, key FROM loads WHERE key = ANY($1)", parameterTypes: [.uuidArray])
    static let write = Statement(
        "write_load", "UPDATE loads SET value = $2 WHERE key = $1", parameterTypes: [.uuid, .int8])

    private func makeTable(_ fixture: PoolFixture, _ ids: [RecordID]) async throws {
        let values = ids.enumerated().map { "('\($1)', \($0))" }.joined(separator: ",")
        try await fixture.script(
            """
            DROP TABLE IF EXISTS loads; CREATE TABLE loads (key uuid PRIMARY KEY, value int8);
            INSERT INTO loads VALUES \(values)
            """)
    }

    @Test(
        "each load gets the row of its key, whether keys are missing, equal or many, gathered or not",
        arguments: [(true, 256), (true, 3), (false, 256)])
    func rightRows(coalesce: Bool, batch: Int) async throws {
        let ids = (0..<300).map { _ in RecordID.random() }
        try await withPool(
            PrivatePostgres.shared,
            configure: {
                $0.coalesce = coalesce
                $0.maximumBatchSize = batch
            }
        ) { fixture in
            try await makeTable(fixture, ids)
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<3000 {
                    group.addTask {
                        let place = number % 7 == 0 ? nil : Int.random(in: 0..<(number % 2 == 0 ? 5 : ids.count))
                        let row = try? await fixture.pool.load(
                            Self.byKey, key: place.map { ids[$0] } ?? .random(), keyColumn: 1, deadline: .late)
                        #expect(row?.int64(0) == place.map(Int64.init))
                    }
                }
            }
            let batches = fixture.metrics.counter(
                "roster_postgres_batches_total", help: "", labels: [("statement", "by_key")]
            ).current
            #expect(coalesce ? batches < 2000 : batches == 3000)
        }
    }

    @Test("a load that begins after an acknowledged update never gets the older row")
    func neverOlder() async throws {
        let ids = (0..<4).map { _ in RecordID.random() }
        try await withPool(PrivatePostgres.shared) { fixture in
            try await makeTable(fixture, ids)
            let acknowledged = ids.map { _ in Acknowledged() }
            await withTaskGroup(of: Void.self) { group in
                for place in ids.indices {
                    group.addTask {
                        for value in 1000..<1400 as Range<Int64> {
                            let parameters = Parameters.build {
                                $0.uuid(ids[place])
                                $0.int8(value)
                            }
                            _ = try? await fixture.pool.query(Self.write, parameters, deadline: .late)
                            acknowledged[place].value.store(value, ordering: .sequentiallyConsistent)
                        }
                        acknowledged[place].isDone.store(true, ordering: .sequentiallyConsistent)
                    }
                }
                for reader in 0..<64 {
                    group.addTask {
                        let place = reader % ids.count
                        while !acknowledged[place].isDone.load(ordering: .sequentiallyConsistent) {
                            let least = acknowledged[place].value.load(ordering: .sequentiallyConsistent)
                            let row = try? await fixture.pool.load(
                                Self.byKey, key: ids[place], keyColumn: 1, deadline: .late)
                            guard let value = row?.int64(0), value >= least else {
                                Issue.record("a row older than \(least)")
                                return
                            }
                        }
                    }
                }
            }
        }
    }

    private final class Acknowledged: Sendable {
        let value = Atomic<Int64>(0)
        let isDone = Atomic(false)
    }

    @Test("cancelled loads end at once and leave the others of their batch alone")
    func cancelled() async throws {
        let ids = (0..<50).map { _ in RecordID.random() }
        try await withPool(PrivatePostgres.shared, configure: { $0.connections = 1 }) { fixture in
            try await makeTable(fixture, ids)
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<1000 {
                    let task = Task { () async -> Result<Int64?, PostgresError> in
                        do throws(PostgresError) {
                            let row = try await fixture.pool.load(
                                Self.byKey, key: ids[number % 50], keyColumn: 1, deadline: .late)
                            return .success(row?.int64(0))
                        } catch {
                            return .failure(error)
                        }
                    }
                    if number % 2 == 0 { task.cancel() }
                    group.addTask {
                        let answer = await task.value
                        let right = answer == .success(Int64(number % 50))
                        #expect(right || (number % 2 == 0 && answer == .failure(.cancelled)))
                    }
                }
            }
        }
    }

    @Test("loads wait within the bound of the pool and no further")
    func bounded() async throws {
        try await withPool(url: deadURL, configure: { $0.maximumWaiting = 10 }) { fixture in
            let errors = await withTaskGroup(of: PostgresError?.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        await failure { () async throws(PostgresError) in
                            _ = try await fixture.pool.load(
                                Self.byKey, key: .random(), keyColumn: 1, deadline: .late)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(errors.allSatisfy { $0 == .unavailable || $0 == .queueFull })
        }
    }
}
