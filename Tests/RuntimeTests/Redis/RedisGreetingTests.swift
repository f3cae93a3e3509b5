import DevServices
import Foundation
import Testing

@testable import Runtime

@Suite("Greeting Redis", .timeLimit(.minutes(1)))
struct RedisGreetingTests {
    @Test("user and password open the connection, wrong ones don't, and are not logged")
    func authentication() async throws {
        try await withRedis { redis in
            try await redis.withClient { client in
                let acl = RedisCommand("ACL", "SETUSER", "me", "on", ">open:sesame", "~*", "&*", "+@all")
                _ = try await client.send(acl, deadline: .late)
                _ = try await client.send(RedisCommand("CONFIG", "SET", "requirepass", "hidden"), deadline: .late)
            }
            let port = redis.server.port
            for (identity, opens) in [
                ("me:open%3Asesame@", true), (":hidden@", true), ("me:wrongest@", false), ("", false),
            ] {
                let address = try RedisAddress(url: "redis://\(identity)127.0.0.1:\(port)")
                try await redis.withClient(isOpen: opens, configure: { $0.address = address }) { client in
                    if opens {
                        #expect(try await client.send(RedisCommand("PING"), deadline: .late).text == "PONG")
                    } else {
                        try await eventually("a refusal") {
                            redis.count(
                                "roster_redis_connection_failures_total", [("use", "commands")]) > 1
                        }
                        #expect(client.session == nil)
                    }
                }
            }
            #expect(redis.log.lines.contains { $0.contains("WRONGPASS") })
            #expect(!redis.log.lines.contains { $0.contains("sesame") || $0.contains("wrongest") })
        }
    }

    @Test("a database that the server doesn't have is said")
    func database() async throws {
        try await withRedis { redis in
            let address = try RedisAddress(url: redis.server.url + "/9")
            try await redis.withClient(isOpen: false, configure: { $0.address = address }) { _ in
                try await eventually("the log") { redis.log.lines.contains { $0.contains("ERR to SELECT") } }
            }
        }
    }

    @Test("a host's name is looked up, and one that doesn't exist is said")
    func names() async throws {
        try await withRedis { redis in
            let address = try RedisAddress(url: "redis://localhost:\(redis.server.port)")
            try await redis.withClient(configure: { $0.address = address }) { client in
                let answer = try await client.send(RedisCommand("PING"), deadline: .late)
                #expect(answer.text == "PONG")
            }
            let nowhere = try RedisAddress(url: "redis://nowhere.invalid:1")
            try await redis.withClient(isOpen: false, configure: { $0.address = nowhere }) { _ in
                try await eventually("the log") { redis.log.lines.contains { $0.contains("host's name") } }
            }
        }
    }

    @Test("a server that takes connections and never speaks is given up")
    func silence() async throws {
        try await withRedis { redis in
            try await redis.server.freeze()
            try await redis.withClient(isOpen: false, configure: { $0.connectTimeout = .milliseconds(50) }) { client in
                try await eventually("several tries") {
                    redis.count("roster_redis_connection_failures_total", [("use", "commands")]) >= 3
                }
                await redis.server.thaw()
                try await eventually("a session", within: .seconds(2)) { client.session != nil }
            }
        }
    }

    @Test("a Unix socket is used")
    func unixSocket() async throws {
        let folder = "/tmp/roster-redis-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["redis-server", "--port", "0", "--unixsocket", folder + "/s", "--save", ""]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        defer {
            // Foundation starts it with the signals of its thread blocked, so it wouldn't hear a SIGTERM.
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let reactor = try Reactor()
        var configuration = RedisConfiguration(address: try RedisAddress(url: "unix://\(folder)/s"))
        configuration.connectTimeout = .seconds(5)
        let client = RedisClient(configuration, reactor: reactor, metrics: Metrics(), logger: LogCollector().logger)
        client.start()
        try await eventually("a session") { client.session != nil }
        #expect(try await client.send(RedisCommand("PING"), deadline: .late).text == "PONG")
        await client.shutdown()
        reactor.shutdown()
    }
}
