import Runtime
import Synchronization

/// Readers and writers of single rows, and the longest that any of them had to wait.
final class Traffic: Sendable {
    struct Stalls: Sendable {
        var read = Duration.zero
        var write = Duration.zero
        var reads = 0
        var writes = 0
    }

    private let stalls = Mutex(Stalls())

    /// - Parameter rows: how many there are, by the ids that `TestDatabase.fill` gives.
    /// - Returns: what was measured while the body ran; a call that waits at its end is waited for.
    static func during(_ database: TestDatabase, rows: Int, _ body: () async throws -> Void) async throws -> Stalls {
        let traffic = Traffic()
        let ends = (0..<8).map { number in
            Task { try await traffic.run(database, rows, isWriter: number % 2 == 1) }
        }
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
        for end in ends { end.cancel() }
        for end in ends { try await end.value }
        try outcome.get()
        return traffic.stalls.withLock { $0 }
    }

    private func run(_ database: TestDatabase, _ rows: Int, isWriter: Bool) async throws {
        let session = try await PostgresSession.open(
            url: database.url, deadline: .now + .seconds(20), reactor: database.reactor)
        let key = "('00000000-0000-4000-8000-' || lpad(to_hex($1::int), 12, '0'))::uuid"
        let sql =
            isWriter
            ? "UPDATE persons SET note = 'changed' WHERE user_id = \(key)"
            : "SELECT name, note, count FROM persons WHERE user_id = \(key)"
        while !Task.isCancelled {
            let start = ContinuousClock.now
            _ = try await session.query(sql, ["\(Int.random(in: 1...rows))"], within: .seconds(1_200))
            let taken = start.duration(to: .now)
            stalls.withLock { stalls in
                if isWriter {
                    stalls.write = max(stalls.write, taken)
                    stalls.writes += 1
                } else {
                    stalls.read = max(stalls.read, taken)
                    stalls.reads += 1
                }
            }
            try? await Task.sleep(for: .milliseconds(2))
        }
        await session.close()
    }
}
