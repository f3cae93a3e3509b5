import DevServices
import TestSupport
import Testing

@Suite("While Postgres does not answer, the server does", .timeLimit(.minutes(1)))
struct FrozenPostgresTests {
    /// The promise: no answer later than this while a dependency is frozen.
    private static let bound = Duration.milliseconds(2500)

    @Test("503 with Retry-After within the bound, cached reads as ever, and all is well when it is back")
    func frozen() async throws {
        try await Deployment.withPostgres { deployment, postgres in
            let known = try await deployment.person()
            let people = (0..<40).map { _ in Person() }
            try await deployment.add(people)
            let peer = try await deployment.client(roles: "user")
            let cached = try await peer.get(known.path)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for person in people {
                    let client = try await deployment.client(as: person)
                    group.addTask { try await Self.ask(client, person) }
                }
                try await Task.sleep(for: .milliseconds(200))
                try await postgres.freeze()
                for _ in 0..<20 {
                    let answer = try await Self.timed { try await peer.get(known.path) }
                    #expect(answer.status == 200)
                    #expect(answer.body == cached.body)
                }
                try await group.waitForAll()
            }
            await postgres.thaw()
            let back = ContinuousClock.now
            while try await peer.get(people[0].path).status != 200 { try await Task.sleep(for: .milliseconds(10)) }
            #expect(.now - back < .seconds(2))
            for person in people {
                let answer = try await deployment.client(as: person).get("/api/users/me")
                #expect(answer.json["user_id"]?.string == person.id)
            }
        }
    }

    /// Asks until the first refusal, which must come, and once more of each kind.
    private static func ask(_ client: Client, _ person: Person) async throws {
        var refusals = 0
        var number = 0
        while refusals < 3 {
            number += 1
            let answer = try await timed {
                number % 2 == 0
                    ? try await client.get("/api/users/me?fields=user_id,bio")
                    : try await client.patch("/api/users/me", #"{"bio":"\#(number)"}"#)
            }
            if answer.status == 503 {
                refusals += 1
                #expect(answer.headers["retry-after"] == "1")
                #expect(answer.headers["content-type"] == "application/problem+json")
            } else {
                #expect(answer.status == 200)
                if number % 2 == 0 { #expect(answer.json["user_id"]?.string == person.id) }
            }
        }
    }

    private static func timed(_ ask: () async throws -> Answer) async throws -> Answer {
        let began = ContinuousClock.now
        let answer = try await ask()
        let took = ContinuousClock.now - began
        #expect(took < bound)
        return answer
    }
}
