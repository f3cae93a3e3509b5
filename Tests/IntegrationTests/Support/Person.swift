import Foundation
import Runtime

/// Somebody with a profile, who is there for one test alone.
struct Person: Sendable {
    var id = UUID().uuidString.lowercased()
    var name: String? = "Ada Lovelace"
    var bio: String? = "Builds engines."
    var phone: String? = "+4915112345678"
    var status = "active"
    var lastActive: String? = "2026-10-01T08:00:00Z"
    var jobTitle: String? = "Engineer"
    var tier = "pro"
    /// What they chose of who sees what: `["bio": "nobody"]`; `nil` for no settings at all.
    var visibility: [String: String]?

    var email: String { id + "@example.com" }
    var path: String { "/api/users/" + id }
    var settingsPath: String { path + "/settings" }

    /// The `privacy_settings` of the row.
    var privacy: String? {
        visibility.map { choices in
            let members = choices.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }
            return "{\"visibility\":{\(members.joined(separator: ","))}}"
        }
    }
}

extension Deployment {
    /// Makes somebody, past the server, whom nobody else knows.
    func person(_ change: (inout Person) -> Void = { _ in }) async throws -> Person {
        var person = Person()
        change(&person)
        try await add([person])
        return person
    }

    func add(_ people: [Person]) async throws {
        try await database.withSession { session in
            for person in people {
                _ = try await session.query(
                    """
                    WITH identity AS (INSERT INTO auth.users (id) VALUES ($1::uuid)),
                    choices AS (
                        INSERT INTO user_settings (user_id, privacy_settings)
                        SELECT $1::uuid, $8::jsonb WHERE $8 IS NOT NULL)
                    INSERT INTO user_profiles (user_id, display_name, bio, email, phone, status, last_active_at,
                        job_title, customer_tier)
                    VALUES ($1::uuid, $2, $3, $4, $5, $6, $7::timestamptz, $9, $10)
                    """,
                    [
                        person.id, person.name, person.bio, person.email, person.phone, person.status,
                        person.lastActive, person.privacy, person.jobTitle, person.tier,
                    ])
            }
        }
    }

    /// An identity that the authentication layer knows and that has no profile.
    func identity() async throws -> String {
        let id = UUID().uuidString.lowercased()
        try await database.run("INSERT INTO auth.users (id) VALUES ($1::uuid)", id)
        return id
    }

    /// Who asks without a token.
    var anonymous: Client { Client(port: port) }

    /// Who asks as this person.
    func client(as person: Person, roles: [String] = []) async throws -> Client {
        try await client(subject: person.id, roles: roles)
    }

    /// Who asks with these roles and an identity that has no profile.
    func client(roles: String...) async throws -> Client {
        try await client(subject: UUID().uuidString.lowercased(), roles: roles)
    }

    func client(subject: String, roles: [String] = []) async throws -> Client {
        Client(port: port, token: try await Self.token(subject: subject, roles: roles))
    }
}
