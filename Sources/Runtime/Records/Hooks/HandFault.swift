/// A function by hand did what the spec does not let it do. The mistake is ours and not the client's, which is told
/// nothing of it; the log has the function and what it did, in words of the contract and without a value.
struct HandFault: Error {
    /// A rule that a hook's value breaks.
    struct Rule: Equatable, Sendable {
        /// The JSON name of the field.
        let field: String
        /// The code that a body's issue would have, `validator`, or what Postgres found.
        let rule: String

        init(field: StaticString, _ rule: String) {
            self.field = field.description
            self.rule = rule
        }
    }

    enum Kind: Sendable {
        /// A hook wrote values that break rules. Nothing is stored.
        case rules([Rule])
        /// It threw a problem that the contract does not foretell, of this code.
        case undeclared(String)
        /// It threw something else, of this type.
        case threw(String)
        /// It was cancelled when its time was over. The client may try again: 503.
        case tookTooLong
    }

    /// The rule of a field that a function by hand looks at. Its own words are not ours to log.
    static let validator = "validator"

    let function: HandFunction
    let kind: Kind
}

/// A function by hand as the spec names it, for logs and metrics.
struct HandFunction: Equatable, Sendable {
    let resource: String
    /// `before_create`, `before_update`, `before_delete`, or the name of an operation.
    let name: String
}

extension HandFault.Kind {
    /// The label of the metric that counts faults.
    enum Word: String, CaseIterable {
        case rules, undeclared, error, timeout
    }

    var word: Word {
        switch self {
        case .rules: .rules
        case .undeclared: .undeclared
        case .threw: .error
        case .tookTooLong: .timeout
        }
    }
}

extension HandFault: LoggedFault {
    var problem: Problem {
        if case .tookTooLong = kind { .unavailable(retryAfter: 1) } else { .internalError }
    }

    var facts: [(name: String, value: String)] {
        let head = [
            ("hook.resource", function.resource), ("hook.name", function.name), ("hook.fault", kind.word.rawValue),
        ]
        return switch kind {
        case .rules(let rules):
            head + [("hook.broken", rules.map { "\($0.field) \($0.rule)" }.joined(separator: ", "))]
        case .undeclared(let code): head + [("hook.problem", Self.isWord(code) ? code : "not a code")]
        case .threw(let type): head + [("error.type", type)]
        case .tookTooLong: head
        }
    }

    /// What a code is made of. Anything else may be somebody's.
    private static func isWord(_ text: String) -> Bool {
        text.utf8.count <= 63
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }
}
