import TestSupport
import Testing

@Suite("Each asker sees what the spec and the owner let them see", .timeLimit(.minutes(2)))
struct MaskTests {
    private static let levels = ["nobody", "user", "anyone"]

    /// One person for each way to choose, one who chose nothing, and one without settings.
    private static let people: [Person] = {
        var people = [Person(phone: nil, jobTitle: nil, tier: "enterprise"), Person(visibility: [:])]
        for bio in levels {
            for email in levels {
                for phone in levels {
                    people.append(Person(visibility: ["bio": bio, "email": email, "phone": phone]))
                }
            }
        }
        return people
    }()

    private static func values(_ person: Person) -> [String: JSON] {
        [
            "user_id": .string(person.id), "display_name": .string(person.name ?? ""), "avatar_url": .null,
            "display_initials": "AL", "has_bio": .bool(person.bio != nil),
            "bio": person.bio.map(JSON.string) ?? .null, "email": .string(person.email),
            "phone": person.phone.map(JSON.string) ?? .null, "status": .string(person.status),
            "last_active_at": person.lastActive.map(JSON.string) ?? .null,
            "job_title": person.jobTitle.map(JSON.string) ?? .null, "customer_tier": .string(person.tier),
        ]
    }

    @Test("role × field × choice: the value or its name among the redacted, and the same in the list")
    func matrix() async throws {
        try await Deployment.scoped { deployment in
            try await deployment.add(Self.people)
            for asker in Asker.allCases {
                for person in Self.people {
                    let answer = try await deployment.client(asker, about: person).get(person.path)
                    #expect(answer.status == 200)
                    Self.compare(answer.json, asker, person)
                }
            }
            #expect(try await deployment.anonymous.get(Self.people[0].path).status == 401)
            for asker in [Asker.support, .admin, .service] { try await Self.list(deployment, asker) }
            for asker in [Asker.user, .own] {
                let client = try await deployment.client(asker, about: Self.people[0])
                #expect(try await client.get("/api/admin/users").status == 403)
            }
        }
    }

    /// The asker is one of those listed, too, and sees themselves as oneself does.
    private static func list(_ deployment: Deployment, _ asker: Asker) async throws {
        let client = try await deployment.client(as: people[5], roles: [asker.rawValue])
        let data = try await client.get("/api/admin/users?limit=200").json["data"]?.elements ?? []
        #expect(data.count == people.count)
        for person in people {
            let record = try #require(data.first { $0["user_id"]?.string == person.id })
            compare(record, person.id == people[5].id ? .own : asker, person, isListed: true)
        }
        let selected =
            try await client.get("/api/admin/users?limit=200&fields=email,user_id").json["data"]?.elements ?? []
        for record in selected {
            let person = try #require(people.first { $0.id == record["user_id"]?.string })
            let seen = Oracle.view(person.id == people[5].id ? .own : asker, person.visibility ?? [:]).seen
            #expect(Set(record.members.keys) == seen.intersection(["user_id", "email"]))
        }
    }

    private static func compare(_ record: JSON, _ asker: Asker, _ person: Person, isListed: Bool = false) {
        let (seen, masked) = Oracle.view(asker, person.visibility ?? [:])
        let about = "\(asker) of \(person.visibility ?? [:])"
        #expect(Set(record.members.keys).subtracting(["_redacted"]) == seen, "\(about)")
        #expect(Set(record["_redacted"]?.elements.compactMap(\.string) ?? []) == (isListed ? [] : masked), "\(about)")
        for (field, value) in values(person) where seen.contains(field) {
            #expect(record[field] == value, "\(field) for \(about)")
        }
    }

    @Test(
        "a choice that is no level hides, and settings that are no object count as none",
        arguments: [
            (#"{"visibility":{"bio":"friends","email":"friends"}}"#, ["bio": "nobody", "email": "nobody"]),
            (#"{"visibility":{"bio":7,"email":true,"phone":["user"]}}"#, ["bio": "nobody", "email": "nobody"]),
            (#"{"visibility":{"bio":"User","email":"user ","phone":""}}"#, ["bio": "nobody"]),
            (#"{"visibility":{"bio":null}}"#, [:]), (#"{"visibility":[]}"#, [:]), (#"{"visibility":null}"#, [:]),
            ("[]", [:]), ("null", [:]), ("7", [:]),
        ])
    func strangeChoices(stored: String, meant: [String: String]) async throws {
        let deployment = try await Deployment.shared
        var person = try await deployment.person()
        try await deployment.database.run(
            "INSERT INTO user_settings (user_id, privacy_settings) VALUES ($1::uuid, $2::jsonb)", person.id, stored)
        person.visibility = meant
        for asker in Asker.allCases {
            let client = try await deployment.client(asker, about: person)
            Self.compare(try await client.get(person.path).json, asker, person)
        }
        let settings = try await Client(
            port: deployment.port, token: deployment.client(as: person).token, isChecked: false
        )
        .get("/api/users/me/settings")
        #expect(settings.status == 200)
    }

    @Test("what is masked is not told by whether there is a value, nor by the tag")
    func emptiness() async throws {
        let deployment = try await Deployment.shared
        let with = try await deployment.person()
        let without = try await deployment.person { $0.phone = nil }
        let peer = try await deployment.client(roles: "user")
        let (first, second) = (try await peer.get(with.path), try await peer.get(without.path))
        #expect(first.redacted == second.redacted)
        #expect(first.json.members.keys.sorted() == second.json.members.keys.sorted())
        let fields = try await peer.get(with.path + "?fields=phone")
        #expect(fields.json == ["_redacted": ["phone"]])
    }
}
