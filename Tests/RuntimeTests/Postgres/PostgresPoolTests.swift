import DevServices
import TestSupport
import Testing

@testable import Runtime

@Suite("Postgres: pipelined queries", .timeLimit(.minutes(2)))
struct PostgresPoolTests {
    static let echo = Statement("echo", "SELECT $1", parameterTypes: [.int8])
    static let invert = Statement("invert", "SELECT 100 / $1", parameterTypes: [.int8])
    static let slowEcho = Statement("slow_echo", "SELECT $1, pg_sleep(0.002)", parameterTypes: [.int8])

    static func number(_ number: Int64) -> Parameters { .build { $0.int8(number) } }

    @Test("a failing statement has its SQLSTATE and aborts none of its neighbours in the pipeline")
    func neighbours() async throws {
        try await withPool(PrivatePostgres.shared, configure: { $0.connections = 1 }) { fixture in
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<300 as Range<Int64> {
                    group.addTask {
                        let divisor = number % 3 == 0 ? 0 : number
                        let statement = number % 2 == 0 ? Self.invert : Self.echo
                        let answer: Result<Int64?, PostgresError>
                        do throws(PostgresError) {
                            let rows = try await fixture.pool.query(
                                statement, Self.number(divisor), deadline: .late)
                            answer = .success(rows.first?.int64(0))
                        } catch {
                            answer = .failure(error)
                        }
                        if statement.name == "echo" {
                            #expect(answer == .success(divisor))
                        } else if divisor == 0 {
                            #expect(
                                answer
                                    == .failure(
                                        .server(sqlstate: "22012", constraint: nil, table: nil, column: nil)))
                        } else {
                            #expect(answer == .success(100 / divisor))
                        }
                    }
                }
            }
        }
    }

    static let insertParted = Statement("insert_parted", "INSERT INTO parted VALUES ($1)", parameterTypes: [.int8])

    @Test("a broken constraint is told by name, without the value")
    func constraint() async throws {
        try await withPool(PrivatePostgres.shared) { fixture in
            try await fixture.script(
                "DROP TABLE IF EXISTS parted; CREATE TABLE parted (n int8 CONSTRAINT small CHECK (n < 10) NOT NULL)")
            let tooLarge = await failure { () async throws(PostgresError) in
                try await fixture.pool.query(Self.insertParted, Self.number(4711), deadline: .late)
            }
            #expect(
                tooLarge == .server(sqlstate: "23514", constraint: "small", table: "parted", column: nil))
            #expect(tooLarge.map { !"\($0)".contains("4711") } == true)
            let null = await failure { () async throws(PostgresError) in
                try await fixture.pool.query(Self.insertParted, .build { $0.null() }, deadline: .late)
            }
            #expect(null == .server(sqlstate: "23502", constraint: nil, table: "parted", column: "n"))
            #expect(try await fixture.pool.query(Self.insertParted, Self.number(1), deadline: .late).affected == 1)
        }
    }

    static let missing = Statement("missing", "SELECT n FROM appears_later", parameterTypes: [])

    @Test("a statement whose preparation failed is prepared again when it is used again")
    func preparedLater() async throws {
        try await withPool(PrivatePostgres.shared, configure: { $0.connections = 1 }) { fixture in
            try await fixture.script("DROP TABLE IF EXISTS appears_later")
            let first = await failure { () async throws(PostgresError) in
                try await fixture.pool.query(Self.missing, Parameters(), deadline: .late)
            }
            #expect(first?.sqlstate == "42P01")
            try await fixture.script("CREATE TABLE appears_later AS SELECT 7::int8 AS n")
            let rows = try await fixture.pool.query(Self.missing, Parameters(), deadline: .late)
            #expect(rows.first?.int64(0) == 7)
        }
    }

    static let star = Statement("star", "SELECT * FROM grows", parameterTypes: [])
    static let deallocate = Statement("deallocate", "DEALLOCATE ALL", parameterTypes: [])

    @Test("a plan that went stale by a migration, or was thrown away, is prepared again unseen")
    func stalePlans() async throws {
        try await withPool(PrivatePostgres.shared, configure: { $0.connections = 1 }) { fixture in
            try await fixture.script("DROP TABLE IF EXISTS grows; CREATE TABLE grows AS SELECT 1::int8 AS a")
            func read() async throws -> Int64? {
                try await fixture.pool.query(Self.star, Parameters(), deadline: .late).first?.int64(0)
            }
            #expect(try await read() == 1)
            try await fixture.script("ALTER TABLE grows ADD b text")
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask { await #expect(throws: Never.self) { _ = try await read() } }
                }
            }
            _ = try await fixture.pool.query(Self.deallocate, Parameters(), deadline: .late)
            #expect(try await read() == 1)
        }
    }

    @Test(
        "a thousand mixed requests, many cancelled in the middle of the pipeline: each answer belongs to its question")
    func cancellation() async throws {
        try await withPool(PrivatePostgres.shared, configure: { $0.connections = 2 }) { fixture in
            let cancelled = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<1000 as Range<Int64> {
                    let task = Task { () -> PostgresError? in
                        do throws(PostgresError) {
                            let statement = number % 10 == 0 ? Self.slowEcho : Self.echo
                            let rows = try await fixture.pool.query(statement, Self.number(number), deadline: .late)
                            #expect(rows.first?.int64(0) == number)
                            return nil
                        } catch {
                            return error
                        }
                    }
                    group.addTask {
                        if number % 3 == 0 {
                            try? await Task.sleep(for: .microseconds(number % 5 * 2000))
                            task.cancel()
                        }
                        let error = await task.value
                        #expect(error == nil || (error == .cancelled && number % 3 == 0))
                        return error != nil
                    }
                }
                return await group.reduce(0) { $1 ? $0 + 1 : $0 }
            }
            #expect(cancelled > 10, "the test cancels in time")
            let after = try await fixture.pool.query(Self.echo, Self.number(-1), deadline: .late)
            #expect(after.first?.int64(0) == -1)
        }
    }

    static let sleep = Statement("sleep", "SELECT pg_sleep($1)", parameterTypes: [.float8])

    @Test("more than may wait is refused at once")
    func queueFull() async throws {
        try await withPool(
            PrivatePostgres.shared,
            configure: {
                $0.connections = 1
                $0.maximumInFlight = 1
                $0.maximumWaiting = 2
            }
        ) { fixture in
            let errors = await withTaskGroup(of: PostgresError?.self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        await failure { () async throws(PostgresError) in
                            try await fixture.pool.query(
                                Self.sleep, .build { $0.float8(0.1) }, deadline: .late)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(errors.count { $0 == .queueFull } >= 7)
            #expect(errors.allSatisfy { $0 == nil || $0 == .queueFull })
        }
    }

    @Test("a deadline ends a slow query, and what waits behind it; the pool goes on with a new connection")
    func deadline() async throws {
        try await withPool(PrivatePostgres.shared, configure: { $0.connections = 1 }) { fixture in
            _ = try await fixture.pool.query(Self.echo, Self.number(1), deadline: .late)
            let start = ContinuousClock.now
            async let slow = failure { () async throws(PostgresError) in
                try await fixture.pool.query(
                    Self.sleep, .build { $0.float8(3) }, deadline: start + .milliseconds(200))
            }
            async let behind = failure { () async throws(PostgresError) in
                try await Task.sleepUnlessCancelled(.milliseconds(50))
                return try await fixture.pool.query(Self.echo, Self.number(1), deadline: .late)
            }
            #expect(await slow == .deadlineExceeded)
            #expect(await behind == .connectionLost(wasSent: true))
            #expect(.now - start < .seconds(1))
            #expect(try await fixture.pool.query(Self.echo, Self.number(2), deadline: .late).first?.int64(0) == 2)
        }
    }

    @Test("a deadline that has passed sends nothing")
    func passed() async throws {
        try await withPool(PrivatePostgres.shared) { fixture in
            let error = await failure { () async throws(PostgresError) in
                try await fixture.pool.query(Self.echo, Self.number(1), deadline: .now - .seconds(1))
            }
            #expect(error == .deadlineExceeded)
        }
    }

    static let terminate = Statement(
        "terminate",
        """
        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE application_name = 'roster' AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()
        """,
        parameterTypes: [])

    @Test("requests on a terminated connection are told that they may have been carried out; the next ones work")
    func terminated() async throws {
        try await PrivatePostgres.scoped { server in
            try await withPool(server, configure: { $0.connections = 1 }) { fixture in
                async let error = failure { () async throws(PostgresError) in
                    try await fixture.pool.query(Self.sleep, .build { $0.float8(10) }, deadline: .late)
                }
                try await withPool(server, configure: { $0.connections = 1 }) { other in
                    var ended: Int64 = 0
                    while ended == 0 {
                        ended =
                            try await other.pool.query(Self.terminate, Parameters(), deadline: .late).first?.int64(0)
                            ?? 0
                    }
                }
                #expect(await error == .connectionLost(wasSent: true))
                let after = try await fixture.pool.query(Self.echo, Self.number(5), deadline: .late)
                #expect(after.first?.int64(0) == 5)
            }
        }
    }
}

extension Task where Success == Never, Failure == Never {
    static func sleepUnlessCancelled(_ duration: Duration) async throws(PostgresError) {
        do { try await sleep(for: duration) } catch { throw .cancelled }
    }
}
