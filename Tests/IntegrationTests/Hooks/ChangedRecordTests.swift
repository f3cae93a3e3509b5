import Generated
import Runtime
import TestSupport
import Testing

@testable import Server

@Suite("Caches hear of what the functions of operations change", .timeLimit(.minutes(1)))
struct ChangedRecordTests {
    private static let plain = Statement(
        "rename_plain", "UPDATE user_profiles SET bio = $1, row_version = row_version + 1 WHERE user_id = $2",
        parameterTypes: [.text, .uuid])
    private static let versioned = Statement(
        "rename_versioned",
        "UPDATE user_profiles SET bio = $1, row_version = row_version + 1 WHERE user_id = $2 RETURNING row_version",
        parameterTypes: [.text, .uuid])

    /// How a call says what it changed.
    enum Way: String, CaseIterable {
        case version, key, unreturned, silent
    }

    private static func api() -> API {
        HandMade().api { hooks in
            hooks.checkName = { call in
                var parameters = Parameters()
                let words = call.input.displayName.split(separator: " ", maxSplits: 1).map(String.init)
                parameters.text(words[1])
                parameters.uuid(call.id)
                switch Way(rawValue: words[0]) {
                case .version:
                    _ = try await call.query(
                        versioned, parameters,
                        changing: ChangedRecord(Profile.self, call.id, version: 0))
                case .key:
                    _ = try await call.query(
                        plain, parameters, changing: ChangedRecord(Profile.self, call.id))
                case .unreturned:
                    // It says that a column has the version, and the statement returns none.
                    _ = try await call.query(
                        plain, parameters, changing: ChangedRecord(Profile.self, call.id, version: 0))
                case .silent: _ = try await call.query(plain, parameters)
                case nil: break
                }
                return CheckNameOutput(isPresentable: true, others: 0)
            }
        }
    }

    @Test(
        "a reader of either server sees it, though both had it cached; without a word they go on with the old one",
        arguments: [Way.silent, .key, .unreturned])
    func twoServers(unversioned: Way) async throws {
        try await Deployment.withRedis(serving: Self.api()) { first, second, _ in
            let person = try await first.person()
            let own = try await first.client(as: person)
            let elsewhere = Client(port: second.port, token: own.token)
            // The one without a version comes last: a call reads its record past the caches, which would hear from it of
            // a silent change, and what is changed without a version is kept out of them for a while.
            for (number, way) in [Way.version, .version, unversioned].enumerated() {
                let before = try await own.get(person.path).json["bio"]
                // Both processes have it, and so has Redis.
                for client in [own, elsewhere, own, elsewhere] {
                    #expect(try await client.get(person.path).json["bio"] == before)
                }
                let bio = "Bio \(number)"
                let call = try await own.post(
                    "/api/users/me/name-check", #"{"display_name":"\#(way.rawValue) \#(bio)"}"#)
                #expect(call.status == 200, "\(call.body)")
                let here = try await own.get(person.path)
                if way == .silent {
                    #expect(here.json["bio"] == before, "nothing was cached, and the test shows nothing")
                    continue
                }
                #expect(here.json["bio"]?.string == bio, "\(way)")
                let told = ContinuousClock.now
                while try await elsewhere.get(person.path).json["bio"]?.string != bio {
                    try #require(.now - told < .seconds(1), "the other server has not heard of it: \(way)")
                    try await Task.sleep(for: .milliseconds(2))
                }
                #expect(try await elsewhere.get(person.path).etag == here.etag)
            }
        }
    }

    @Test("a statement that found nothing changes no answer, and a refused one is a 500 that changes none")
    func nothing() async throws {
        let seen = Seen<Int>()
        let api = HandMade().api { hooks in
            hooks.checkName = { call in
                var parameters = Parameters()
                parameters.text(call.input.displayName == "long" ? String(repeating: "x", count: 2_001) : "new")
                parameters.uuid(call.input.displayName == "none" ? RecordID.made() : call.id)
                let rows = try await call.query(
                    Self.versioned, parameters,
                    changing: ChangedRecord(Profile.self, call.id, version: 0))
                seen.add(rows.count)
                return CheckNameOutput(isPresentable: true, others: 0)
            }
        }
        try await Deployment.scoped(serving: api) { deployment in
            let person = try await deployment.person()
            let own = try await deployment.client(as: person)
            let before = try await own.get(person.path)
            for (name, status) in [("none", 200), ("long", 500)] {
                let answer = try await own.post("/api/users/me/name-check", #"{"display_name":"\#(name)"}"#)
                #expect(answer.status == status)
                #expect(try await own.get(person.path).body == before.body)
            }
            #expect(seen.all == [0])
        }
    }
}
