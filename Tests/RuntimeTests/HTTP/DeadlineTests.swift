import TestSupport
import Testing

@testable import Runtime

@Suite("Deadlines, bounds on connections, and the end", .timeLimit(.minutes(1)))
struct DeadlineTests {
    private static func short(_ configuration: inout HTTPServer.Configuration) {
        configuration.headerTime = .milliseconds(200)
        configuration.bodyTime = .milliseconds(200)
        configuration.idleTime = .milliseconds(300)
    }

    @Test(
        "what is half sent gets 408 at its deadline, what is not begun is closed in silence",
        arguments: [
            ("", []), ("GET /now HTTP/1.1\r\nHo", [408]),
            ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx", [408]),
            ("GET /now HTTP/1.1\r\nHost: a\r\n\r\n", [200]),
        ])
    func halfSent(bytes: String, statuses: [Int]) async throws {
        try await withServer(Self.short) { server in
            let began = ContinuousClock.now
            #expect(try await server.exchange(bytes).map(\.status) == statuses)
            #expect(.now - began > .milliseconds(150))
            try await server.waitForConnections(0)
        }
    }

    @Test("a head that comes byte by byte does not outlive its deadline")
    func slowloris() async throws {
        try await withServer(Self.short) { server in
            let client = try await server.connect()
            try await client.send("GET /now HTTP/1.1\r\nX: ")
            let sender = client.dribble()
            #expect(await Answer.all(in: client.readToEnd()).map(\.status) == [408])
            sender.cancel()
            _ = await sender.result
            try await server.waitForConnections(0)
            await client.close()
        }
    }

    @Test("an endpoint that does not keep the deadline is cancelled and answered for")
    func requestDeadline() async throws {
        try await withServer {
            $0.requestTime = .milliseconds(100)
            $0.requestGrace = .milliseconds(50)
        } _: { server in
            let answers = try await server.exchange("GET /held HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(answers.map(\.status) == [503])
            #expect(answers.first?.headers["retry-after"] == "1")
            #expect(server.server.inFlight.current == 0)
        }
    }

    @Test("2,000 idle connections, or what the system lets a process open, are held, and the next request is answered")
    func idle() async throws {
        // Both ends of each connection are in this process.
        let bound = try #require(OpenFilesLimit.raise())
        let count = min(2_000, (bound - 300) / 2)
        try #require(count > 300, "a process may open only \(bound) files here")
        try await withServer { server in
            var clients: [RawClient] = []
            for _ in 0..<count { clients.append(try await server.connect()) }
            try await server.waitForConnections(count)
            let answers = try await server.exchange("GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(answers.map(\.status) == [200])
            for client in clients { await client.close() }
            try await server.waitForConnections(0)
        }
    }

    @Test("a connection over the bound is closed, and there is room again when one has left", arguments: [true, false])
    func bound(perAddress: Bool) async throws {
        try await withServer {
            if perAddress { $0.maxConnectionsPerAddress = 2 } else { $0.maxConnections = 2 }
        } _: { server in
            let first = try await server.connect()
            let second = try await server.connect()
            try await server.waitForConnections(2)
            let third = try await server.connect()
            #expect(await third.readToEnd() == "")
            #expect(server.server.connectionCount == 2)
            await first.close()
            try await server.waitForConnections(1)
            let answers = try await server.exchange("GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(answers.map(\.status) == [200])
            await second.close()
            await third.close()
        }
    }

    @Test("shutdown closes what is idle, finishes what is in flight with Connection: close, and says readiness first")
    func shutdown() async throws {
        try await withServer { server in
            var events = server.held.events.makeAsyncIterator()
            let idle = try await server.connect()
            let busy = try await server.connect()
            try await busy.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await events.next() == .began)
            let (asked, ask) = AsyncStream<Void>.makeStream()
            async let ended: Void = server.server.shutdownGracefully(drain: .seconds(20)) { ask.finish() }
            for await _ in asked {}
            #expect(await idle.readToEnd() == "")
            server.held.open()
            let answers = await Answer.all(in: busy.readToEnd())
            #expect(answers.map(\.body) == ["held"])
            #expect(answers.first?.headers["connection"] == "close")
            await busy.close()
            await idle.close()
            try await ended
            #expect(server.server.connectionCount == 0)
        }
    }

    @Test("shutdown closes by force what does not end in time")
    func forced() async throws {
        try await withServer { server in
            var events = server.held.events.makeAsyncIterator()
            let busy = try await server.connect()
            try await busy.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await events.next() == .began)
            try await server.server.shutdownGracefully(drain: .milliseconds(50))
            #expect(await events.next() == .cancelled)
            #expect(server.server.connectionCount == 0)
            await busy.close()
        }
    }
}
