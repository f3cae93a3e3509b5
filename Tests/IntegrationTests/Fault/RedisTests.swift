import DevServices
import Synchronization
import TestSupport
import Testing

@Suite("Redis makes two servers one, and its absence makes no answer wrong", .timeLimit(.minutes(2)))
struct RedisTests {
    /// How old an answer of the other server may be when nobody tells it of a write: the lease of its own cache.
    private static let staleness = Duration.milliseconds(3500)

    @Test("what is written by one server is read from the other, though it had it cached")
    func tellsOthers() async throws {
        try await Deployment.withRedis { first, second, _ in
            let person = try await first.person()
            let writer = try await first.client(as: person)
            let reader = try await second.client(roles: "user")
            for number in 0..<20 {
                _ = try await reader.get(person.path)
                let level = number % 2 == 0 ? "user" : "nobody"
                let body = #"{"privacy_settings":{"visibility":{"email":"\#(level)"}}}"#
                #expect(try await writer.patch("/api/users/me/settings", body).status == 200)
                let told = ContinuousClock.now
                while try await reader.get(person.path).redacted.contains("email") == (level == "user") {
                    try #require(.now - told < .seconds(1), "the other server has not heard of it")
                    try await Task.sleep(for: .milliseconds(2))
                }
            }
        }
    }

    @Test("who has been made by one server is found by the other, though it had looked in vain")
    func tellsOfCreation() async throws {
        try await Deployment.withRedis { first, second, _ in
            let id = try await first.identity()
            let admin = try await first.client(roles: "admin")
            let reader = Client(port: second.port, token: admin.token)
            let paths = ["", "/settings", "/settings/ui_preferences"].map { "/api/users/\(id)" + $0 }
            for path in paths { #expect(try await reader.get(path).status == 404) }
            let body = #"{"user_id":"\#(id)","display_name":"New","email":"\#(id)@example.com"}"#
            #expect(try await admin.post("/api/admin/users", body).status == 201)
            let told = ContinuousClock.now
            for path in paths {
                while try await reader.get(path).status != 200 {
                    try #require(.now - told < .seconds(1), "the other server has not heard of it")
                    try await Task.sleep(for: .milliseconds(2))
                }
            }
        }
    }

    @Test("under load: frozen, thawed, killed, restarted; answers stay right and no older version ever comes back")
    func faults() async throws {
        try await Deployment.withRedis { first, second, redis in
            let person = try await first.person()
            let ledger = Ledger()
            let isOver = Flag()
            try await withThrowingTaskGroup(of: Int.self) { group in
                let writer = try await first.client(as: person)
                group.addTask { try await Self.write(writer, ledger, isOver) }
                for server in [first, second] {
                    let reader = try await server.client(roles: "user")
                    // Who writes through a server reads there what was written; the other one has to be told.
                    let bound = server.port == first.port ? Duration.zero : Self.staleness
                    for _ in 0..<6 {
                        group.addTask { try await Self.read(reader, person, ledger, bound, isOver) }
                    }
                }
                try await Self.take(redis, away: [first, second])
                isOver.raise()
                for try await count in group { #expect(count > 20) }
            }
        }
    }

    /// Freezes Redis for longer than the lease, lets it go on, kills it, and starts it again.
    private static func take(_ redis: PrivateRedis, away servers: [Deployment]) async throws {
        try await Task.sleep(for: .milliseconds(500))
        try await redis.freeze()
        try await expect("degraded", servers, within: .seconds(3))
        try await Task.sleep(for: .seconds(1))
        await redis.thaw()
        try await expect("ready", servers, within: .seconds(1))
        try await Task.sleep(for: .milliseconds(500))
        await redis.kill()
        try await expect("degraded", servers, within: .seconds(1))
        try await redis.restart()
        try await expect("ready", servers, within: .seconds(1))
        try await Task.sleep(for: .milliseconds(500))
    }

    private static func expect(_ status: String, _ servers: [Deployment], within limit: Duration) async throws {
        let began = ContinuousClock.now
        for server in servers {
            while try await server.anonymous.get("/readyz").json["status"]?.string != status {
                try #require(.now - began < limit, "a server is not \(status) in time")
                try await Task.sleep(for: .milliseconds(10))
            }
        }
    }

    private static func write(_ client: Client, _ ledger: Ledger, _ isOver: Flag) async throws -> Int {
        let conversation = try await Conversation(client)
        while !isOver.isRaised {
            let number = ledger.last + 1
            let answer = try await conversation.send("PATCH", "/api/users/me", #"{"bio":"\#(number)"}"#)
            #expect(answer.status == 200)
            ledger.acknowledge(number)
            try await Task.sleep(for: .milliseconds(5))
        }
        await conversation.close()
        return ledger.last
    }

    private static func read(
        _ client: Client, _ person: Person, _ ledger: Ledger, _ bound: Duration, _ isOver: Flag
    ) async throws -> Int {
        let conversation = try await Conversation(client)
        var (count, newest) = (0, 0)
        while !isOver.isRaised {
            let began = ContinuousClock.now
            let expected = ledger.acknowledged(before: began - bound)
            let answer = try await conversation.send("GET", person.path)
            #expect(.now - began < .milliseconds(2500))
            #expect(answer.status == 200)
            #expect(answer.json["user_id"]?.string == person.id)
            let number = answer.json["bio"]?.string.flatMap(Int.init) ?? 0
            #expect(number >= expected, "an answer is older than it may be")
            #expect(number >= newest, "an older version came back")
            newest = max(newest, number)
            count += 1
            try await Task.sleep(for: .milliseconds(2))
        }
        await conversation.close()
        return count
    }
}

/// When each change was acknowledged.
private final class Ledger: Sendable {
    private let moments = Mutex<[ContinuousClock.Instant]>([])

    var last: Int { moments.withLock { $0.count } }

    func acknowledge(_ number: Int) {
        moments.withLock { $0.append(.now) }
    }

    /// The newest change that was acknowledged by then; 0 for none.
    func acknowledged(before moment: ContinuousClock.Instant) -> Int {
        moments.withLock { moments in (moments.lastIndex { $0 < moment } ?? -1) + 1 }
    }
}
