/// The fields that a body names by former names: what is wrong with them is told at the names that the client wrote.
struct RenamedPointers: Sendable {
    private let names: [(present: String, written: String)]

    init(_ used: FormerNameMask, of names: [FormerName]) {
        self.names =
            used.isEmpty
            ? []
            : names.enumerated().compactMap { place, former in
                guard used.contains(FormerNameMask(place: place)) else { return nil }
                return ("/\(former.present)", "/\(former.name)")
            }
    }

    func asWritten(_ issue: Issue) -> Issue {
        // Both names are in the body then, and the issue is at its own.
        guard issue.code != IssueCode.givenTwice.rawValue else { return issue }
        var issue = issue
        for (present, written) in names { issue.move(from: present, to: written) }
        return issue
    }

    /// Runs a write, and tells its problem at the names that the client wrote.
    func telling<Answer>(_ write: () async throws -> Answer) async throws -> Answer {
        guard !names.isEmpty else { return try await write() }
        do {
            return try await write()
        } catch var problem as Problem {
            problem.issues = problem.issues.map(asWritten)
            throw problem
        }
    }
}
