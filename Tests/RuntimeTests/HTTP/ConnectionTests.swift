import TestSupport
import Testing

@testable import Runtime

@Suite("A connection holds under every cut, order and end", .timeLimit(.minutes(1)))
struct ConnectionTests {
    private static let mixed =
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"
        + "GET /now/7%2F HTTP/1.1\r\nHost: a\r\n\r\n"
        + "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"
        + "GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    private static let expected = ["echo:hello", "now:[\"7%2F\"]", "echo:abc", "now:[]"]

    @Test("requests that are answered at once and later come back in order, in one read")
    func pipelined() async throws {
        try await withServer { server in
            let answers = try await server.exchange(Self.mixed)
            #expect(answers.map(\.body) == Self.expected)
        }
    }

    @Test("a cut at any place changes nothing")
    func split() async throws {
        try await withServer { server in
            let bytes = Array(Self.mixed.utf8)
            for cut in 1..<bytes.count {
                let client = try await server.connect()
                try await client.send(String(decoding: bytes[..<cut], as: UTF8.self))
                try await client.send(String(decoding: bytes[cut...], as: UTF8.self))
                let answers = await Answer.all(in: client.readToEnd())
                #expect(answers.map(\.body) == Self.expected, "cut at \(cut)")
                await client.close()
            }
        }
    }

    @Test("bytes that come one at a time change nothing")
    func dribble() async throws {
        try await withServer { server in
            let client = try await server.connect()
            for byte in Self.mixed.utf8 { try await client.send(String(decoding: [byte], as: UTF8.self)) }
            #expect(await Answer.all(in: client.readToEnd()).map(\.body) == Self.expected)
            await client.close()
        }
    }

    @Test("a chunked body over the limit is refused while it comes")
    func chunkedLimit() async throws {
        try await withServer {
            $0.maxBodyBytes = 10
        } _: { server in
            let answers = try await server.exchange(
                "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n12345678\r\n8\r\n12345678\r\n"
            )
            #expect(answers.map(\.status) == [413])
        }
    }

    @Test("the task of a client that goes away is cancelled, and nothing stays counted")
    func cancelled() async throws {
        try await withServer { server in
            var events = server.held.events.makeAsyncIterator()
            let client = try await server.connect()
            try await client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await events.next() == .began)
            #expect(server.server.inFlight.current == 1)
            try await client.reset()
            #expect(await events.next() == .cancelled)
            try await server.waitForConnections(0)
            #expect(server.server.inFlight.current == 0)
        }
    }

    @Test("a peer that has ended its side gets what it asked for, whole")
    func halfClosed() async throws {
        try await withServer { server in
            let client = try await server.connect()
            try await client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx")
            try await client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n")
            try await client.endOutput()
            let answers = await Answer.all(in: client.readToEnd())
            #expect(answers.map(\.body.utf8.count) == [6, 1 << 20])
            try await server.waitForConnections(0)
        }
    }

    @Test("a peer that ends in the middle of a request is let go without an answer")
    func halfSent() async throws {
        try await withServer { server in
            for bytes in ["", "GET /no", "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx"] {
                let client = try await server.connect()
                try await client.send(bytes)
                try await client.endOutput()
                #expect(await client.readToEnd() == "")
            }
            try await server.waitForConnections(0)
        }
    }

    @Test("more pipelined requests than may wait end the connection after those that may")
    func pipelineBound() async throws {
        try await withServer {
            $0.maxPipelinedRequests = 3
        } _: { server in
            var events = server.held.events.makeAsyncIterator()
            let client = try await server.connect()
            let next = String(repeating: "GET /now HTTP/1.1\r\nHost: a\r\n\r\n", count: 20)
            try await client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n" + next)
            #expect(await events.next() == .began)
            server.held.open()
            let answers = await Answer.all(in: client.readToEnd())
            #expect(answers.map(\.status) == [200, 200, 200, 200, 200])
            #expect(answers.last?.headers["connection"] == "close")
            await client.close()
        }
    }

    @Test("a reader that takes nothing is dropped, and one that takes late gets all")
    func slowReaders() async throws {
        try await withServer {
            $0.writeTime = .milliseconds(300)
            $0.maxUnsentBytes = 1024
        } _: { server in
            let asks = String(repeating: "GET /big HTTP/1.1\r\nHost: a\r\n\r\n", count: 16)
            let stuck = try await server.connect(receiveBuffer: 4096)
            try await stuck.send(asks)
            try await server.waitForConnections(1)
            try await server.waitForConnections(0)
            #expect(server.observer.all.count < 16)
            await stuck.close()
            let late = try await server.connect(receiveBuffer: 4096)
            try await late.send(asks.dropLast(2) + "Connection: close\r\n\r\n")
            try await late.startReading()
            #expect(await Answer.all(in: late.readToEnd()).count == 16)
            await late.close()
        }
    }
}
