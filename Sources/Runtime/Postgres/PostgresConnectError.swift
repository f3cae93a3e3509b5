/// Postgres could not be reached, said to an operator: what was tried, what happened, what to check. Never holds the
/// password; not for clients.
package struct PostgresConnectError: Error, Sendable {
    /// `nil` when the address can't be read.
    package let target: PostgresTarget?
    /// One line of what happened.
    package let reason: String
    package let advice: String

    init(_ target: PostgresTarget?, words: String) {
        self.target = target
        guard target != nil else {
            reason = "the address is neither a URI nor a keyword string of libpq"
            advice = "write DATABASE_URL as postgresql://user:password@host:5432/database"
            return
        }
        let lines = words.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " || $0 == "\t" } }
        reason = lines.first.map(String.init) ?? "no reason was given"
        advice = Self.advice(for: words)
    }

    /// Libpq has no codes for this, only words.
    private static func advice(for words: String) -> String {
        let known: [(part: String, advice: String)] = [
            ("Connection refused", "start Postgres, or correct host and port"),
            ("No such file or directory", "start Postgres, or correct the directory of its socket"),
            ("could not translate host name", "correct the host's name"),
            ("no answer within", "check that host and port are right, and that no firewall is in between"),
            ("password", "check user and password"),
            ("role", "create the user, or correct its name"),
            ("does not exist", "create the database, or correct its name"),
            ("starting up", "wait: Postgres is starting"),
            ("too many", "raise max_connections of Postgres, or open fewer connections"),
            ("pg_hba.conf", "allow this user and address in pg_hba.conf"),
            ("SSL", "check sslmode and the certificates"),
        ]
        return known.first { words.contains($0.part) }?.advice
            ?? "check that Postgres runs and that the address is right"
    }
}

extension PostgresConnectError: CustomStringConvertible {
    package var description: String {
        guard let target else { return "cannot connect to Postgres: \(reason); \(advice)" }
        return """
            cannot connect to Postgres at \(target.host), port \(target.port), database \(target.database), \
            user \(target.user): \(reason); \(advice)
            """
    }
}
