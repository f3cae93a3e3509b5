extension Problem {
    /// What a failed statement means to a client; `nil` for a failure that is a mistake of ours, which becomes a 500.
    ///
    /// A violated constraint tells its field, never its value or Postgres's words.
    ///
    /// - Parameter root: the JSON pointer of what the body is, in the record; pointers are told from there.
    init?(_ error: PostgresError, meanings: [ConstraintMeaning] = [], root: String = "") {
        switch error {
        case .server(let sqlstate, let constraint, _, _):
            guard var problem = Self.refused(sqlstate, constraint, meanings) else { return nil }
            for index in problem.issues.indices { problem.issues[index].move(from: root, to: "") }
            self = problem
        default:
            self = .unavailable(retryAfter: 1)
        }
    }

    private static func refused(
        _ sqlstate: String, _ constraint: String?, _ meanings: [ConstraintMeaning]
    ) -> Problem? {
        // Class 57: statement timeout or shutdown; 40: serialization failure or deadlock; 53: out of resources.
        if ["57", "40", "53"].contains(sqlstate.prefix(2)) { return .unavailable(retryAfter: 1) }
        guard let constraint, let meaning = meanings.first(where: { $0.constraint == constraint }) else { return nil }
        switch meaning.kind {
        case .taken:
            let issue = Issue(pointer: meaning.pointer, code: "taken", message: "Another record has this value.")
            return .conflict(code: "taken", title: "A value that must be unique is taken.", issues: [issue])
        case .invalid:
            if let message = meaning.message {
                return .validation([
                    Issue(pointer: meaning.pointer, code: IssueCode.checkFailed.rawValue, message: message)
                ])
            }
            return .validation([
                Issue(pointer: meaning.pointer, code: "invalid_value", message: "The value breaks a rule of the field.")
            ])
        case .unknownReference:
            return .validation([
                Issue(
                    pointer: meaning.pointer, code: "unknown_reference", message: "The value names nothing that exists."
                )
            ])
        }
    }
}

extension PostgresError {
    /// Whether the statement may have been carried out although it was not answered.
    var outcomeIsUnknown: Bool {
        switch self {
        case .unavailable, .queueFull: false
        case .connectionLost(let wasSent): wasSent
        case .deadlineExceeded, .cancelled: true
        // Postgres cancels a statement for its timeout before it commits.
        case .server: false
        }
    }
}
