import DevServices
import NIOCore
import Testing

@testable import Runtime

@Suite("RedisClient", .timeLimit(.minutes(2)))
struct RedisClientTests {
    @Test("commands are answered in all forms, and a refusal costs nothing but itself")
    func answers() async throws {
        try await withRedis { redis in
            try await redis.withClient { client in
                var set = RedisCommand("SET", "key")
                set.append(ByteBuffer(bytes: Array(0...255)))
                #expect(try await client.send(set, deadline: .late).text == "OK")
                let got = try await client.send(RedisCommand("GET", "key"), deadline: .late)
                #expect(got.bytes == ByteBuffer(bytes: Array(0...255)))
                #expect(try await client.send(RedisCommand("INCR", "number"), deadline: .late).integer == 1)
                guard case .null = try await client.send(RedisCommand("GET", "none"), deadline: .late) else {
                    Testing.Issue.record("not a null")
                    return
                }
                let several = try await client.send(RedisCommand("MGET", "number", "none"), deadline: .late)
                #expect(several.array?.count == 2)
                #expect(several.array?.first?.text == "1")
                await #expect(throws: RedisError.server(code: "WRONGTYPE")) {
                    try await client.send(RedisCommand("LPUSH", "key", "secret"), deadline: .late)
                }
                #expect(try await client.send(RedisCommand("INCR", "number"), deadline: .late).integer == 2)
                #expect(client.session?.number == 1)
            }
        }
    }

    @Test("many tasks get each their own answer")
    func pipeline() async throws {
        try await withRedis { redis in
            try await redis.withClient(configure: { $0.maximumInFlight = 10_000 }) { client in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<2000 {
                        group.addTask {
                            let text = String(number)
                            let echoed = try await client.send(RedisCommand("ECHO", text), deadline: .late)
                            #expect(echoed.text == text)
                        }
                    }
                    try await group.waitForAll()
                }
            }
        }
    }

    @Test("a script that the server forgot is sent as text, once")
    func scripts() async throws {
        try await withRedis { redis in
            try await redis.withClient(scripts: ["return 1", "return {KEYS[1], ARGV[1]}"]) { client in
                var call = RedisCommand(keys: "key")
                call.append("argument")
                for round in 0..<3 {
                    let answer = try await client.run(client.scripts[1], call, deadline: .late)
                    #expect(answer.array?.compactMap(\.text) == ["key", "argument"], "\(round)")
                    if round == 0 {
                        _ = try await client.send(RedisCommand("SCRIPT", "FLUSH"), deadline: .late)
                    }
                }
                let statistics = try await client.send(RedisCommand("INFO", "commandstats"), deadline: .late)
                #expect(statistics.text?.contains("cmdstat_eval:calls=1,") == true)
            }
        }
    }

    @Test("more than the bounds allow is refused at once")
    func bounds() async throws {
        try await withRedis { redis in
            func change(_ configuration: inout RedisConfiguration) {
                configuration.maximumInFlight = 10
                configuration.maximumBytesInFlight = 10_000
            }
            try await redis.withClient(configure: change) { client in
                var large = RedisCommand("SET", "key")
                large.append(ByteBuffer(repeating: 0, count: 10_000))
                await #expect(throws: RedisError.queueFull) { try await client.send(large, deadline: .late) }
                try await redis.server.freeze()
                let outcomes = await withTaskGroup(of: RedisError?.self) { group in
                    for _ in 0..<30 {
                        group.addTask {
                            await redisFailure {
                                try await client.send(RedisCommand("PING"), deadline: .now + .seconds(1))
                            }
                        }
                    }
                    return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
                }
                await redis.server.thaw()
                #expect(outcomes == [.queueFull: 20, .deadlineExceeded: 10])
            }
        }
    }

    @Test("a missed deadline ends the connection, and nobody is given another's answer after it")
    func deadline() async throws {
        try await withRedis { redis in
            try await redis.withClient { client in
                try await redis.server.freeze()
                let before = ContinuousClock.now
                let failure = await redisFailure {
                    try await client.send(RedisCommand("ECHO", "old"), deadline: .now + .milliseconds(100))
                }
                #expect(failure == .deadlineExceeded)
                #expect(.now - before < .seconds(2))
                #expect(client.session == nil)
                #expect(
                    await redisFailure { try await client.send(RedisCommand("PING"), deadline: .late) } == .unavailable)
                await redis.server.thaw()
                let thawed = ContinuousClock.now
                try await eventually("a new session") { client.session != nil }
                #expect(.now - thawed < .seconds(1))
                #expect(client.session?.number == 2)
                #expect(client.session?.isReturn == true)
                #expect(try await client.send(RedisCommand("ECHO", "new"), deadline: .late).text == "new")
            }
        }
    }

    @Test("a server that was killed and started again is another one, and is used within a second")
    func restart() async throws {
        try await withRedis { redis in
            try await redis.withClient { client in
                let first = try #require(client.session)
                await redis.server.kill()
                try await eventually("the loss") { client.session == nil }
                // Long enough for the waits between the tries to have grown.
                try await Task.sleep(for: .seconds(1))
                try await redis.server.restart()
                let back = ContinuousClock.now
                try await eventually("a new session") { client.session != nil }
                #expect(.now - back < .seconds(1))
                let second = try #require(client.session)
                #expect(second.runID != first.runID)
                #expect(!second.isReturn)
                await #expect(throws: RedisError.unavailable) {
                    try await client.send(RedisCommand("PING"), in: first, deadline: .late)
                }
                #expect(try await client.send(RedisCommand("PING"), in: second, deadline: .late).text == "PONG")
            }
            #expect(redis.log.lines.count { $0.contains("lost a connection") || $0.contains("cannot connect") } == 1)
            #expect(redis.log.lines.count { $0.contains("again") } == 1)
        }
    }

    @Test("an answer that is too long costs the connection and no memory")
    func hugeReply() async throws {
        try await withRedis { redis in
            try await redis.withClient(configure: { $0.maximumReplyBytes = 100_000 }) { client in
                func fill(_ length: Int) async throws {
                    _ = try await client.send(
                        RedisCommand("SETRANGE", "key", String(length - 1), "x"), deadline: .late)
                }
                try await fill(90_000)
                let fits = try await client.send(RedisCommand("GET", "key"), deadline: .late)
                #expect(fits.bytes?.readableBytes == 90_000)
                try await fill(20_000_000)
                await #expect(throws: RedisError.connectionLost) {
                    try await client.send(RedisCommand("GET", "key"), deadline: .late)
                }
                try await eventually("a new session") { client.session != nil }
                #expect(try await client.send(RedisCommand("PING"), deadline: .late).text == "PONG")
            }
        }
    }

    @Test("shutting down fails what is under way, and leaves nobody waiting")
    func shutdown() async throws {
        try await withRedis { redis in
            try await redis.withClient { client in
                try await redis.server.freeze()
                async let failure = redisFailure { try await client.send(RedisCommand("PING"), deadline: .late) }
                try await Task.sleep(for: .milliseconds(50))
                await client.shutdown()
                #expect(await failure == .connectionLost)
                await redis.server.thaw()
                #expect(
                    await redisFailure { try await client.send(RedisCommand("PING"), deadline: .late) } == .unavailable)
            }
        }
    }

    @Test("a connection that dies again and again under load loses no task")
    func churn() async throws {
        try await withRedis { redis in
            try await redis.withClient { client in
                try await redis.withClient { killer in
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for worker in 0..<8 {
                            group.addTask {
                                for round in 0..<400 {
                                    let text = "\(worker).\(round)"
                                    do {
                                        let answer = try await client.send(RedisCommand("ECHO", text), deadline: .late)
                                        #expect(answer.text == text)
                                    } catch RedisError.unavailable {
                                        try await Task.sleep(for: .milliseconds(1))
                                    } catch RedisError.connectionLost {}
                                }
                            }
                        }
                        group.addTask {
                            for _ in 0..<10 {
                                try await Task.sleep(for: .milliseconds(30))
                                _ = try await killer.send(
                                    RedisCommand("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"), deadline: .late)
                            }
                        }
                        try await group.waitForAll()
                    }
                }
                try await eventually("a session") { client.session != nil }
                #expect((client.session?.number ?? 0) > 1)
            }
        }
    }
}

/// The error of a command, or `nil` when it was answered.
func redisFailure(_ body: () async throws -> some Sendable) async -> RedisError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error as? RedisError
    }
}
