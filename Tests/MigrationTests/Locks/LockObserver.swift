import Foundation
import Runtime
import Synchronization

/// Looks every few milliseconds, on a connection of its own, which locks on tables with rows stop reads or writes, and for
/// how long one transaction has had them. Time that is spent waiting for a lock isn't counted: nobody has it yet.
final class LockObserver: Sendable {
    struct Hold: Equatable, Sendable {
        let table: String
        /// `AccessExclusiveLock`
        let mode: String
        /// From the first sight to the last, by Postgres's clock.
        let milliseconds: Int
    }

    private struct Key: Hashable {
        let transaction, table, mode: String
    }

    private struct Sights {
        var spans: [Key: (first: Int, last: Int)] = [:]
        var looks = 0
    }

    private let sights = Mutex(Sights())

    /// - Parameter tables: with rows.
    /// - Returns: what the body returns, and the locks that were seen, the longest first.
    static func watch<Result: Sendable>(
        _ database: TestDatabase, _ tables: [String], _ body: () async throws -> Result
    ) async throws -> (result: Result, holds: [Hold]) {
        let session = try await PostgresSession.open(
            url: database.url, deadline: .now + .seconds(20), reactor: database.reactor)
        let observer = LockObserver()
        try await observer.look(session, tables)
        let watching = Task {
            while !Task.isCancelled {
                try await observer.look(session, tables)
                try? await Task.sleep(for: .milliseconds(3))
            }
        }
        let outcome: Swift.Result<Result, any Error>
        do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
        watching.cancel()
        let watched = await watching.result
        await session.close()
        let result = try outcome.get()
        // An observer that was stopped has seen nothing, which is no proof.
        try watched.get()
        return (result, observer.holds)
    }

    private func look(_ session: PostgresSession, _ tables: [String]) async throws {
        let names = tables.map { "'\($0)'::regclass" }.joined(separator: ", ")
        let rows = try await session.query(
            """
            SELECT l.virtualtransaction, l.relation::regclass::text, l.mode,
                (extract(epoch FROM clock_timestamp()) * 1000)::bigint
            FROM pg_locks AS l JOIN pg_stat_activity AS a USING (pid)
            WHERE l.granted AND l.relation IN (\(names)) AND a.backend_type = 'client backend'
                AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND l.mode IN ('AccessExclusiveLock', 'ExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock')
            """)
        sights.withLock { sights in
            sights.looks += 1
            for row in rows {
                let words = row.map { $0 ?? "" }
                let key = Key(transaction: words[0], table: words[1], mode: words[2])
                guard let now = Int(words[3]) else { continue }
                sights.spans[key] = (sights.spans[key]?.first ?? now, now)
            }
        }
    }

    private var holds: [Hold] {
        let spans = sights.withLock { $0.spans }
        return spans.map { Hold(table: $0.table, mode: $0.mode, milliseconds: $1.last - $1.first) }
            .sorted { ($0.milliseconds, $0.table, $0.mode) > ($1.milliseconds, $1.table, $1.mode) }
    }
}
