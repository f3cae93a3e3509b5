#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Testing

@testable import Runtime

/// Both ends of a local socket that keeps messages apart, so that each `write(2)` is seen as one.
private struct Messages: ~Copyable {
    let reading: Int32
    let writing: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        #if os(Linux)
            try #require(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
        #else
            try #require(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, &ends) == 0)
        #endif
        (reading, writing) = (ends[0], ends[1])
    }

    /// The next message; empty when the other end is closed.
    func next() -> String {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(reading, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    /// The messages that are there.
    func present() -> [String] {
        var messages: [String] = []
        while isReadable(within: 0) { messages.append(next()) }
        return messages
    }

    /// Whether there is a message, or one comes in time (milliseconds).
    func isReadable(within limit: Int32) -> Bool {
        var waiting = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, limit) == 1
    }

    deinit {
        close(reading)
        close(writing)
    }
}

@Suite("The log's sink", .timeLimit(.minutes(1)))
struct LogSinkTests {
    private func sink(_ descriptor: Int32, pending: Int = 1 << 20, _ metrics: Metrics = Metrics()) throws -> LogSink {
        var configuration = LogSink.Configuration()
        configuration.descriptor = descriptor
        configuration.maximumPendingBytes = pending
        return try LogSink(configuration, metrics: metrics)
    }

    private func dropped(_ metrics: Metrics) -> UInt64 {
        metrics.counter("roster_log_dropped_total", help: "").current
    }

    @Test("each line is one write, in order, and closing waits for all of them")
    func lines() async throws {
        let messages = try Messages()
        let sink = try sink(messages.writing)
        let lines = (0..<50).map { "line \($0)\n" }
        for line in lines { sink.write(ByteBuffer(string: line)) }
        await sink.close(within: .seconds(10))
        #expect(messages.present() == lines)
        sink.write(ByteBuffer(string: "late\n"))
        #expect(messages.present() == [])
    }

    @Test("a reader that stands still costs lines, which are counted and told of, and nobody waits")
    func blocked() async throws {
        let messages = try Messages()
        let metrics = Metrics()
        let sink = try sink(messages.writing, pending: 4_096, metrics)
        let line = ByteBuffer(string: String(repeating: "x", count: 1_023) + "\n")
        let written = 4_000
        // Four megabytes into a socket that takes a few hundred kilobytes: this would hang if writing waited.
        for _ in 0..<written { sink.write(line) }
        let lost = dropped(metrics)
        #expect(lost > 0)
        var kept = 0
        var told: UInt64 = 0
        while kept + Int(told) < written, messages.isReadable(within: 20_000) {
            let message = messages.next()
            if message.contains("log lines were dropped") {
                let number = try #require(message.firstMatch(of: /"log.dropped":"(\d+)"/))
                told += try #require(UInt64(number.1))
            } else {
                #expect(message.utf8.count == 1_024)
                kept += 1
            }
        }
        #expect(told == lost)
        #expect(kept + Int(lost) == written)
        await sink.close(within: .seconds(10))
    }

    @Test("a reader that is gone ends nothing")
    func gone() async throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        let metrics = Metrics()
        let sink = try sink(ends[1], metrics)
        for _ in 0..<3 { sink.write(ByteBuffer(string: "x\n")) }
        await sink.close(within: .seconds(10))
        close(ends[1])
        #expect(dropped(metrics) == 3)
    }

    @Test("closing gives up on a reader that never reads")
    func closing() async throws {
        let messages = try Messages()
        let sink = try sink(messages.writing)
        let line = ByteBuffer(string: String(repeating: "x", count: 60_000) + "\n")
        for _ in 0..<16 { sink.write(line) }
        await sink.close(within: .milliseconds(50))
        // Let the thread end before the descriptors are closed.
        for _ in 0..<16 { #expect(messages.next().utf8.count == 60_001) }
        await sink.close(within: .seconds(10))
    }

    @Test("a descriptor that never blocks gets whole lines too")
    func nonBlocking() async throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let sink = try sink(ends[1], pending: 1 << 22)
        let line = String(repeating: "y", count: 9_999) + "\n"
        for _ in 0..<200 { sink.write(ByteBuffer(string: line)) }
        var text: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while text.count < 200 * 10_000 {
            let count = read(ends[0], &bytes, bytes.count)
            try #require(count > 0)
            text += bytes.prefix(count)
        }
        #expect(String(decoding: text, as: UTF8.self) == String(repeating: line, count: 200))
        await sink.close(within: .seconds(10))
        for end in ends { close(end) }
    }

    @Test("a logger's lines carry its metadata, the event's going first, and an error's type only")
    func logger() async throws {
        struct Failure: Error { let text = "s3cret" }
        let messages = try Messages()
        let sink = try sink(messages.writing)
        var logger = Logger(label: "roster.test", sink: sink, level: .notice)
        logger[metadataKey: "a"] = "1"
        logger[metadataKey: "b"] = "1"
        logger.info("too low")
        logger.notice("hello", error: Failure(), metadata: ["b": "2"])
        await sink.close(within: .seconds(10))
        let lines = messages.present()
        #expect(lines.count == 1)
        #expect(
            lines.first?.hasSuffix(
                #""label":"roster.test","message":"hello","metadata":{"a":"1","b":"2","error.type":"Failure"}}"# + "\n")
                == true)
    }

    @Test(
        "a request's line is written where the scope and the share say so",
        arguments: [
            (RequestLog.Scope.off, 1, 0, 0, 0), (.errors, 1, 0, 0, 4), (.all, 1, 12, 4, 4), (.all, 3, 4, 4, 4),
        ])
    func scopes(scope: RequestLog.Scope, every: Int, fine: Int, refused: Int, failed: Int) async throws {
        let messages = try Messages()
        let sink = try sink(messages.writing)
        let log = RequestLog(sink: sink, scope: scope, every: every)
        let statuses = [HTTPResponseStatus.ok, .notModified, .created].flatMap { Array(repeating: $0, count: 4) }
        for status in statuses + Array(repeating: .notFound, count: 4) + Array(repeating: .serviceUnavailable, count: 4)
        {
            log.finished(
                method: .GET, route: "/a", status: status, duration: .zero, requestID: "r", responseBytes: 1)
        }
        await sink.close(within: .seconds(10))
        let lines = messages.present()
        func count(_ range: ClosedRange<Int>) -> Int {
            lines.count { line in
                line.firstMatch(of: /"status":(\d+)/).flatMap { Int($0.1) }.map(range.contains) == true
            }
        }
        #expect(count(200...399) == fine)
        #expect(count(400...499) == refused)
        #expect(count(500...599) == failed)
    }
}
