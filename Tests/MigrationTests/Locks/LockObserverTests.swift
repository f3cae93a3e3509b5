import Runtime
import Testing

/// The observer of locks sees what it is there to see, so its silence over the pairs says something.
@Suite("Migration: the observer of locks")
struct LockObserverTests {
    @Test("sees a lock that stops readers, and one that stops writers, for as long as they are held")
    func sees() async throws {
        try await TestDatabase.with { database in
            try await database.session.execute("CREATE TABLE persons (id int)")
            let (_, holds) = try await LockObserver.watch(database, ["persons"]) {
                try await database.session.execute(
                    "BEGIN; LOCK TABLE persons IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(0.4); COMMIT")
                try await database.session.execute(
                    "BEGIN; LOCK TABLE persons IN SHARE MODE; SELECT pg_sleep(0.3); COMMIT")
            }
            #expect(holds.map(\.mode) == ["AccessExclusiveLock", "ShareLock"])
            #expect(holds.allSatisfy { $0.table == "persons" && $0.milliseconds > 200 }, "\(holds)")
        }
    }

    @Test("counts neither the wait for a lock nor one that reads and writes pass")
    func ignores() async throws {
        try await TestDatabase.with { database in
            try await database.session.execute("CREATE TABLE persons (id int)")
            let reader = try await PostgresSession.open(
                url: database.url, deadline: .now + .seconds(20), reactor: database.reactor)
            try await reader.execute("BEGIN; SELECT FROM persons")
            let (_, holds) = try await LockObserver.watch(database, ["persons"]) {
                await #expect(throws: PostgresSessionError.self) {
                    try await database.session.execute(
                        "SET lock_timeout = 400; LOCK TABLE persons IN ACCESS EXCLUSIVE MODE")
                }
                try await database.session.execute(
                    "BEGIN; LOCK TABLE persons IN SHARE UPDATE EXCLUSIVE MODE; SELECT pg_sleep(0.1); COMMIT")
            }
            await reader.close()
            #expect(holds == [])
        }
    }
}
