import TestSupport
import Testing

@Suite("Nobody gets an answer that is meant for another", .timeLimit(.minutes(1)))
struct MixingTests {
    @Test("callers who share a connection, as behind a proxy, each get their own view, in order")
    func pipelined() async throws {
        let deployment = try await Deployment.shared
        let people = [Person(), Person(), Person()]
        try await deployment.add(people)
        var asked: [(person: Person, token: String, isOwn: Bool)] = []
        for _ in 0..<10 {
            for (index, person) in people.enumerated() {
                let other = people[(index + 1) % people.count]
                asked.append((person, try await Deployment.token(subject: person.id), true))
                asked.append((other, try await Deployment.token(subject: person.id), false))
            }
        }
        let socket = try await RawClient(port: deployment.port)
        // Twice: from the store, then from the cache.
        for round in 0..<2 {
            let requests = asked.map { person, token, isOwn in
                "GET \(isOwn ? "/api/users/me" : person.path) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n"
            }
            // Not all at once: a connection may have so many requests waiting and no more.
            for start in stride(from: 0, to: asked.count, by: 20) {
                try await socket.send(requests[start..<start + 20].joined())
                for (person, _, isOwn) in asked[start..<start + 20] {
                    let answer = try #require(await socket.readAnswer())
                    #expect(answer.status == 200)
                    #expect(answer.json["user_id"]?.string == person.id, "round \(round)")
                    #expect((answer.json["email"]?.string == person.email) == isOwn)
                    #expect((answer.json["permissions"] != nil) == isOwn)
                }
            }
        }
        await socket.close()
    }

    @Test("reads that go to the store together come apart again")
    func coalesced() async throws {
        let deployment = try await Deployment.shared
        let people = (0..<40).map { _ in Person() }
        try await deployment.add(people)
        let strangers = (0..<10).map { _ in Person() }
        var client = try await deployment.client(roles: "user")
        client.isChecked = false
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<32 {
                group.addTask { [client] in
                    let conversation = try await Conversation(client)
                    for _ in 0..<40 {
                        let person = people.randomElement() ?? people[0]
                        // With fields= no cache answers.
                        let answer = try await conversation.send("GET", person.path + "?fields=user_id,bio")
                        #expect(answer.json["user_id"]?.string == person.id)
                        let stranger = strangers.randomElement() ?? strangers[0]
                        #expect(try await conversation.send("GET", stranger.path + "?fields=bio").status == 404)
                    }
                    await conversation.close()
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("clients that go away in the middle leave the others' answers alone")
    func reset() async throws {
        let deployment = try await Deployment.shared
        let people = (0..<20).map { _ in Person() }
        try await deployment.add(people)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in people {
                let client = try await deployment.client(as: person)
                group.addTask {
                    for number in 0..<15 {
                        let head = "Host: a\r\nAuthorization: Bearer \(client.token ?? "")\r\n"
                        let leaver = try await RawClient(port: client.port)
                        let request = "GET /api/users/me?fields=user_id HTTP/1.1\r\n\(head)\r\n"
                        try await leaver.send(String(repeating: request, count: 5))
                        try await leaver.reset()
                        let answer = try await client.patch("/api/users/me", #"{"bio":"\#(number)"}"#)
                        #expect(answer.json["user_id"]?.string == person.id)
                        #expect(answer.json["bio"]?.string == String(number))
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
