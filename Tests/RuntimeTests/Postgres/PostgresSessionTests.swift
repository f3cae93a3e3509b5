import DevServices
import TestSupport
import Testing

@testable import Runtime

@Suite("Postgres: sessions", .timeLimit(.minutes(1)))
struct PostgresSessionTests {
    private func withSession(_ body: (PostgresSession) async throws -> Void) async throws {
        let reactor = try Reactor()
        let session = try await PostgresSession.open(
            url: PrivatePostgres.shared.url, deadline: .late, reactor: reactor)
        try await body(session)
        await session.close()
        reactor.shutdown()
    }

    @Test("a script with many statements is one transaction")
    func script() async throws {
        try await withSession { session in
            try await session.execute("CREATE TEMPORARY TABLE s (n int); INSERT INTO s VALUES (1), (NULL)")
            let rows = try await session.query("SELECT n, n + $1::int FROM s ORDER BY n", ["41"])
            #expect(rows == [["1", "42"], [nil, nil]])
            await #expect(throws: PostgresSessionError.self) {
                try await session.execute("INSERT INTO s VALUES (2); SELECT 1 / 0")
            }
            #expect(try await session.query("SELECT count(*) FROM s") == [["2"]])
        }
    }

    @Test("an error has the server's words for the operator and not in its description")
    func words() async throws {
        try await withSession { session in
            let error = await #expect(throws: PostgresSessionError.self) {
                try await session.execute("SELECT nothing_like_it")
            }
            #expect(error?.error.sqlstate == "42703")
            #expect(error?.message == #"column "nothing_like_it" does not exist"#)
            #expect(error?.position == 8)
            #expect(error?.description == "Postgres answered 42703")
        }
    }

    @Test("megabytes go both ways")
    func large() async throws {
        try await withSession { session in
            let text = String(repeating: "roster ", count: 1_000_000)
            let rows = try await session.query("SELECT $1::text, length($1)", [text])
            #expect(rows == [[text, "7000000"]])
        }
    }

    @Test("a call ends by its limit, and COPY is refused; the session is closed then")
    func limits() async throws {
        for sql in ["SELECT pg_sleep(10)", "COPY pg_class TO STDOUT", "COPY pg_class FROM STDIN"] {
            try await withSession { session in
                let start = ContinuousClock.now
                await #expect(throws: PostgresSessionError.self) {
                    try await session.execute(sql, within: .milliseconds(100))
                }
                #expect(.now - start < .seconds(1))
                await #expect(throws: PostgresSessionError.self) { try await session.query("SELECT 1") }
            }
        }
    }

    @Test(
        "an operator is told what was tried and what to check, never the password",
        arguments: [
            (
                "postgresql://ann:s3cret@127.0.0.1:1/people",
                "cannot connect to Postgres at 127.0.0.1, port 1, database people, user ann:",
                "start Postgres, or correct host and port"
            ),
            (
                "postgresql://ann:s3cret@127.0.0.1:99999999/people", "cannot connect to Postgres at 127.0.0.1",
                "check that Postgres runs and that the address is right"
            ),
            (
                "postgres:/ann:s3cret", "cannot connect to Postgres: the address is neither",
                "write DATABASE_URL as postgresql://user:password@host:5432/database"
            ),
        ])
    func advice(url: String, beginning: String, advice: String) async throws {
        let reactor = try Reactor()
        let error = await #expect(throws: PostgresConnectError.self) {
            try await PostgresSession.open(url: url, deadline: .late, reactor: reactor)
        }
        let words = error?.description ?? ""
        #expect(words.hasPrefix(beginning), "\(words)")
        #expect(error?.advice == advice, "\(words)")
        #expect(!words.contains("s3cret"))
        reactor.shutdown()
    }
}
