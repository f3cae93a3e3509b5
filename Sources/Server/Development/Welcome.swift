import Runtime
import DevServices

/// What `roster dev` prints when it serves: addresses, a token per role, and lines to paste.
struct Welcome: Sendable {
    let settings: ServerSettings
    let port: Int
    let services: DevelopmentServices

    private var base: String { "http://\(settings.http.host):\(port)" }

    func text() async throws -> String {
        guard settings.jwksPath == nil else { return addresses }
        let user = try await token(["user"])
        let admin = try await token(["admin"])
        return """
            \(addresses)

            Tokens, good for a day (`roster token --help` makes others); anyone needs none:
              user     \(user)
              support  \(try await token(["support"]))
              admin    \(admin)
              service  \(try await token(["service"]))

            Paste one of these into another terminal:
              curl -i \(base)/api/users/me -H 'Authorization: Bearer \(user)'

              curl -i -X PATCH \(base)/api/users/me -H 'Authorization: Bearer \(user)' -H 'Content-Type: application/merge-patch+json' -d '{"bio": "Hello."}'

              curl -i '\(base)/api/admin/users?limit=3' -H 'Authorization: Bearer \(admin)'

            Ctrl-C stops it all.
            """
    }

    private var addresses: String {
        """

        Roster serves on \(base)
          API          \(base)/api/meta
          docs         \(base)/docs    OpenAPI \(base)/openapi.json
          health       \(base)/readyz    metrics \(base)/metrics
        \(databases)
        """
    }

    private var databases: String {
        var lines: [String] = []
        if let postgres = services.postgres {
            lines.append(
                "  Postgres     127.0.0.1:\(postgres.port), database and user roster, data in \(postgres.folder)")
            lines.append(
                "               psql \"postgres://roster:$(cat \(postgres.folder)/password)@127.0.0.1:\(postgres.port)/roster\""
            )
            lines += postgres.notices.map { "               " + $0 }
        } else {
            lines.append("  Postgres     the one that DATABASE_URL names")
        }
        lines.append(
            services.redis.map { "  Redis        127.0.0.1:\($0.port)" }
                ?? "  Redis        the one that REDIS_URL names")
        return lines.joined(separator: "\n")
    }

    private func token(_ roles: [String]) async throws -> String {
        let token = DevelopmentToken(
            subject: DevelopmentToken.demoSubject(for: roles), roles: roles, lifetime: .seconds(86_400))
        return try await token.sign(for: settings)
    }
}
