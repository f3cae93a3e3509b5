import DevServices
import TestSupport
import Testing

@Suite(
    "When Postgres dies and comes back, nothing acknowledged is lost and nobody gets another's row",
    .timeLimit(.minutes(2)))
struct KilledPostgresTests {
    private static let clients = 220

    @Test("220 clients that read and write, and two power cuts")
    func killed() async throws {
        try await Deployment.withPostgres { deployment, postgres in
            let people = (0..<Self.clients).map { _ in Person() }
            try await deployment.add(people)
            let isOver = Flag()
            try await withThrowingTaskGroup(of: History.self) { group in
                for (index, person) in people.enumerated() {
                    var client = try await deployment.client(as: person)
                    client.isChecked = false
                    let other = people[(index + 1) % people.count]
                    group.addTask { [client] in try await Self.live(client, person, other, isOver) }
                }
                for _ in 0..<2 {
                    try await Task.sleep(for: .milliseconds(700))
                    await postgres.kill()
                    try await Task.sleep(for: .milliseconds(300))
                    try await postgres.restart()
                    try await Self.expectRecovery(deployment, people[0])
                }
                isOver.raise()
                let histories = try await group.reduce(into: []) { $0.append($1) }
                try await Self.check(histories, deployment)
            }
        }
    }

    /// Writes their own bio and reads somebody else's profile, in turn.
    private static func live(_ client: Client, _ person: Person, _ other: Person, _ isOver: Flag) async throws
        -> History
    {
        var history = History(person)
        var conversation = try await Conversation(client)
        while !isOver.isRaised {
            let bio = history.next()
            let written = try await conversation.send("PATCH", "/api/users/me", #"{"bio":"\#(bio)"}"#)
            history.written(bio, written)
            let read = try await conversation.send("GET", other.path)
            if read.status == 200 { #expect(read.json["user_id"]?.string == other.id) }
            #expect([200, 503].contains(read.status))
            let own = try await conversation.send("GET", "/api/users/me")
            if own.status == 200 {
                #expect(own.json["user_id"]?.string == person.id)
                #expect(history.allows(own.json["bio"]?.string))
            }
            // Who is told to wait waits a little, or the clients would take all of the machine.
            if written.status == 503 { try await Task.sleep(for: .milliseconds(50)) }
            if history.count % 20 == 0 {
                await conversation.close()
                conversation = try await Conversation(client)
            }
        }
        await conversation.close()
        return history
    }

    /// What stands in the database is what was acknowledged, and what is read is what stands there.
    private static func check(_ histories: [History], _ deployment: Deployment) async throws {
        let rows = try await deployment.database.run("SELECT user_id::text, bio FROM user_profiles")
        let bios = Dictionary(uniqueKeysWithValues: rows.map { ($0[0] ?? "", $0[1]) })
        let admin = try await Conversation(deployment.client(roles: "admin", "user"))
        for history in histories {
            #expect(history.count > 0)
            #expect(history.allows(bios[history.person.id] ?? nil))
            let read = try await admin.send("GET", history.person.path)
            #expect(read.json["bio"]?.string == bios[history.person.id])
        }
        await admin.close()
    }

    private static func expectRecovery(_ deployment: Deployment, _ person: Person) async throws {
        let back = ContinuousClock.now
        let client = try await deployment.client(roles: "admin")
        while try await client.patch(person.path, #"{"phone":null}"#).status != 200 {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(.now - back < .seconds(2))
    }
}

/// What a person wrote: the last that was acknowledged, and since then what may have happened.
private struct History {
    let person: Person
    private(set) var count = 0
    private var possible: Set<String>

    init(_ person: Person) {
        self.person = person
        possible = [person.bio ?? ""]
    }

    mutating func next() -> String {
        count += 1
        return "\(person.id) \(count)"
    }

    mutating func written(_ bio: String, _ answer: Answer) {
        switch answer.status {
        case 200:
            #expect(answer.json["bio"]?.string == bio)
            possible = [bio]
        case 503:
            #expect(answer.headers["retry-after"] != nil)
            possible.insert(bio)
        default: Issue.record("a change was answered \(answer.status): \(answer.body)")
        }
    }

    func allows(_ bio: String?) -> Bool { bio.map(possible.contains) ?? false }

}
