import Foundation
import Testing

@testable import DevServices

@Suite("A private Redis", .timeLimit(.minutes(1)))
struct PrivateRedisTests {
    @Test("answers after its start, and after its stop neither process nor folder is left")
    func startsAndStops() async throws {
        let redis = try await PrivateRedis.start(.test)
        let pid = await redis.pid
        #expect(RedisPing.answers(port: redis.port, pid: pid))
        #expect(!RedisPing.answers(port: redis.port, pid: pid + 1))
        await redis.stop()
        #expect(kill(pid, 0) == -1)
        #expect(!FileManager.default.fileExists(atPath: redis.folder))
    }

    @Test("can be frozen, thawed, killed and started again on its port, beside another one")
    func comesBack() async throws {
        async let one = PrivateRedis.start(.test)
        async let other = PrivateRedis.start(.test)
        let (redis, second) = try await (one, other)
        #expect(redis.port != second.port)
        try await redis.freeze()
        #expect(await !RedisPing.answers(port: redis.port, pid: redis.pid))
        await redis.thaw()
        #expect(await RedisPing.answers(port: redis.port, pid: redis.pid))
        await redis.kill()
        #expect(FreePort.isFree(redis.port))
        try await redis.restart()
        #expect(await RedisPing.answers(port: redis.port, pid: redis.pid))
        await redis.stop()
        await second.stop()
    }

    @Test("says what to install when the program is missing")
    func explains() async throws {
        var configuration = PrivateRedis.Configuration.test
        configuration.finder = ProgramFinder(folders: [])
        await #expect { try await PrivateRedis.start(configuration) } throws: { error in
            "\(error)"
                == "The program 'redis-server' is not installed. On Debian or Ubuntu: sudo apt-get install "
                + "redis-server. On macOS: brew install redis."
        }
    }
}
