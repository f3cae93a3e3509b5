import TestSupport
import Testing

@Suite("A record whose owner a field names", .timeLimit(.minutes(2)))
struct OwnedTests {
    @Test("is seen by its owner as an owner, by a librarian as a librarian, and by others not at all")
    func sight() async throws {
        let house = try await LibraryHouse.shared
        let borrower = try await house.first.identity()
        let path = "/api/loans/\(try await house.loan(of: house.book(), to: borrower))"
        let (own, peer) = (try await house.reader(borrower), try await house.reader())
        let librarian = try await house.librarian()
        // Twice: from the store, then from what is remembered.
        for _ in 0..<2 {
            let seen = try await own.get(path)
            #expect(seen.status == 200)
            #expect(seen.json["borrower"]?.string == borrower)
            #expect(seen.json["remark"] == nil)
            let all = try await librarian.get(path)
            #expect(all.json["remark"]?.string == "late")
            #expect(all.etag != seen.etag)
            #expect(try await peer.get(path).status == 404)
            #expect(try await house.anonymous.get(path).status == 401)
            #expect(try await own.get(path, ["If-None-Match": seen.etag]).status == 304)
        }
        let both = try await house.reader(borrower, ["librarian"]).get(path)
        #expect(both.json["remark"]?.string == "late")
        #expect(try await own.get(path + "?fields=wish,due").json.members.keys.sorted() == ["due", "wish"])
        #expect(try await own.get(path + "?fields=remark").status == 403)
        #expect(try await peer.get(path + "?fields=wish").status == 404)
        // What is not there looks the same as what is another's.
        let missing = try await peer.get("/api/loans/\(borrower)")
        let foreign = try await peer.get(path)
        #expect(missing.status == 404 && missing.code == foreign.code)
    }

    @Test("is changed and deleted by its owner as far as owners may")
    func change() async throws {
        let house = try await LibraryHouse.shared
        let borrower = try await house.first.identity()
        let path = "/api/loans/\(try await house.loan(of: house.book(), to: borrower))"
        let (own, peer) = (try await house.reader(borrower), try await house.reader())
        let changed = try await own.patch(path, #"{"wish":"a week more"}"#)
        #expect(changed.status == 200)
        #expect(changed.json["wish"] == "a week more")
        #expect(changed.json["remark"] == nil)
        #expect(try await own.get(path).etag == changed.etag)
        let refused = try await own.patch(path, #"{"due":"2030-01-01","remark":"x"}"#)
        #expect(refused.status == 422)
        #expect(refused.issues == ["/due not_writable", "/remark not_writable"])
        #expect(try await peer.patch(path, #"{"wish":"mine"}"#).status == 404)
        #expect(try await house.anonymous.patch(path, #"{"wish":"mine"}"#).status == 401)
        #expect(try await own.patch(path, "{}", ["If-Match": "\"1-0-00000000\""]).status == 412)
        let again = try await own.patch(path, #"{"wish":"two"}"#, ["If-Match": changed.etag])
        #expect(again.status == 200)
        #expect(try await own.patch(path, #"{"wish":"three"}"#, ["If-Match": changed.etag]).status == 412)
        #expect(try await peer.send("DELETE", path).status == 404)
        #expect(try await own.send("DELETE", path, headers: ["If-Match": changed.etag]).status == 412)
        #expect(try await own.send("DELETE", path, headers: ["If-Match": again.etag]).status == 204)
        #expect(try await own.get(path).status == 404)
        #expect(try await own.patch(path, #"{"wish":"x"}"#).status == 404)
    }

    @Test("is listed with each row as the asker may see it, and to nobody by a relation")
    func list() async throws {
        let house = try await LibraryHouse.shared
        let borrower = try await house.first.identity()
        _ = try await house.loan(of: house.book(), to: borrower)
        #expect(try await house.reader(borrower).get("/api/loans").status == 403)
        let page = try await house.librarian().get("/api/loans?limit=200&sort=-created_at")
        #expect(page.status == 200)
        #expect(page.json["data"]?.elements.contains { $0["borrower"]?.string == borrower } == true)
    }

    @Test("belongs to the new owner as soon as it has one, whatever was remembered, at both servers")
    func handedOver() async throws {
        let house = try await LibraryHouse.shared
        let people = [try await house.first.identity(), try await house.first.identity()]
        let path = "/api/loans/\(try await house.loan(of: house.book(), to: people[0]))"
        let (former, next) = (try await house.reader(people[0]), try await house.reader(people[1]))
        let librarian = try await house.librarian()
        for client in [former, house.elsewhere(former)] { #expect(try await client.get(path).status == 200) }
        for client in [next, house.elsewhere(next)] { #expect(try await client.get(path).status == 404) }
        #expect(try await librarian.patch(path, #"{"borrower":"\#(people[1])"}"#).status == 200)
        #expect(try await former.get(path).status == 404)
        #expect(try await next.get(path).status == 200)
        #expect(try await former.patch(path, #"{"wish":"x"}"#).status == 404)
        // A server that has not heard of it yet asks the store before it lets anybody write.
        #expect(try await house.elsewhere(former).patch(path, #"{"wish":"x"}"#).status == 404)
        for _ in 0..<200 where try await house.elsewhere(former).get(path).status == 200 {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try await house.elsewhere(former).get(path).status == 404)
        #expect(try await house.elsewhere(next).get(path).status == 200)
    }

    @Test("is shown and lets itself be changed by whoever owns the version that is answered, and by nobody else")
    func race() async throws {
        let house = try await LibraryHouse.shared
        let people = [try await house.first.identity(), try await house.first.identity()]
        let path = "/api/loans/\(try await house.loan(of: house.book(), to: people[0]))"
        let librarian = try await house.librarian()
        let isDone = Flag()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in people {
                let own = try await house.reader(person)
                for server in [own, house.elsewhere(own)] {
                    group.addTask {
                        while !isDone.isRaised {
                            let seen = try await server.get(path)
                            #expect([200, 404, 503].contains(seen.status))
                            if seen.status == 200 { #expect(seen.json["borrower"]?.string == person) }
                        }
                    }
                }
                group.addTask {
                    var number = 0
                    while !isDone.isRaised {
                        number += 1
                        let wrote = try await own.patch(path, #"{"wish":"\#(person)"}"#)
                        #expect([200, 404, 503].contains(wrote.status), "\(wrote.body)")
                        if wrote.status == 200 { #expect(wrote.json["borrower"]?.string == person) }
                    }
                }
            }
            for round in 0..<60 {
                // With the handing over the wish goes, so that it is always of the present borrower.
                let to = people[(round + 1) % 2]
                let given = try await librarian.patch(path, #"{"borrower":"\#(to)","wish":null}"#)
                #expect(given.status == 200)
                let row = try await house.database.run(
                    "SELECT borrower::text, wish FROM loans WHERE id = $1::uuid", String(path.suffix(36)))
                #expect(row[0][1] == nil || row[0][1] == row[0][0], "one wrote into the other's loan")
            }
            isDone.raise()
            try await group.waitForAll()
        }
    }
}
