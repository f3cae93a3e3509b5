/// Why a database was not brought to the contract, said to an operator: which database, what happened, what to do. Holds
/// neither the password nor a value of a row; not for clients.
package struct MigrationError: Error, Sendable {
    package enum Code: String, Sendable {
        /// Nobody answered, or the user was not let in.
        case unreachable
        /// Another runner held the lock for too long.
        case otherRunner
        /// A transaction of someone else held a table in each try.
        case tableBusy
        /// A table that the script refers to isn't there: the identity table of the spec.
        case missingTable
        /// The user lacks a right.
        case notAllowed
        /// A check of the script found rows that the contract doesn't allow.
        case refused
        /// The connection was lost, or the time was over.
        case interrupted
        /// The disk of the server is full.
        case diskFull
        /// The database is in a state that no migration of this build begins at.
        case unknownState
        /// A migration that the database has run is another one in this build.
        case edited
        /// Values would be lost, and nobody has said that they may.
        case notAccepted
        /// Servers are connected that need what would be taken away.
        case stillServing
        /// The server refused a statement for another reason.
        case failed
    }

    package let code: Code
    /// `nil` when the address can't be read.
    package let target: PostgresTarget?
    /// What happened, in one line; the server's own words where it has some.
    package let reason: String
    package let advice: String
    /// Whether the migration may have been applied all the same: the connection was lost at the last moment.
    package let mayBeApplied: Bool
    /// What is done and stays, when some steps are: `steps 1 to 3 of 0002_job_title are done`.
    package var progress: String?
}

extension MigrationError: CustomStringConvertible {
    package var description: String {
        let database = target.map { "database \($0.database) at \($0.host), port \($0.port), as user \($0.user)" }
        let state = progress ?? (mayBeApplied ? "it isn't known whether it was migrated" : "it was not changed")
        return "cannot migrate \(database ?? "the database"): \(reason); \(state); \(advice)"
    }
}

extension MigrationError {
    init(_ error: PostgresConnectError) {
        code = .unreachable
        target = error.target
        reason = error.reason
        advice = error.advice
        mayBeApplied = false
    }

    init(_ error: PostgresSessionError, during step: MigrationStep, at target: PostgresTarget?) {
        let known = Self.known(error, step)
        code = known.code
        advice = known.advice
        reason = Self.reason(error)
        mayBeApplied = code == .interrupted && step == .commit
        self.target = target
    }

    /// The server's message, but of class 22 (data exception), whose messages quote values.
    private static func reason(_ error: PostgresSessionError) -> String {
        let first = error.message.split(whereSeparator: \.isNewline).first.map(String.init)
        guard let state = error.error.sqlstate, !state.isEmpty else { return first ?? error.description }
        return state.hasPrefix("22") ? "Postgres answered \(state)" : "\(first ?? "no message") (\(state))"
    }

    /// By SQLSTATE (Postgres manual, appendix A).
    private static func known(_ error: PostgresSessionError, _ step: MigrationStep) -> (code: Code, advice: String) {
        guard let state = error.error.sqlstate, !SQLState.endsConnection(state) else {
            return (.interrupted, "migrate again: what was begun is undone by Postgres")
        }
        switch state {
        case "55P03" where step == .turn:
            return (.otherRunner, "wait until the other migration of this database has ended, then migrate again")
        case "55P03", "40P01":
            return (.tableBusy, "end the long transactions (see pg_stat_activity), then migrate again")
        case "42P01", "3F000":
            return (
                .missingTable,
                """
                the identity table of the spec must exist before, with its key: the authentication layer makes it, and \
                it is never made or altered here; check `identity:` in the spec and the search_path of the user
                """
            )
        case "42501":
            return (
                .notAllowed,
                """
                migrate as the owner of the tables, with the right to CREATE in the database and its schema and with \
                USAGE and REFERENCES on the identity table and its schema
                """
            )
        case "P0001":
            return (.refused, error.hint ?? "correct the rows, then migrate again")
        case "53100":
            return (.diskFull, "free space on the server's disk, then migrate again: it goes on where it stopped")
        case "25006":
            return (.failed, "migrate on the primary: this server or user may only read")
        case "57014":
            return (.interrupted, "see in Postgres's log who cancelled it, then migrate again")
        default:
            return (.failed, error.hint ?? "compare the tables that are there with what the spec says of them")
        }
    }
}
