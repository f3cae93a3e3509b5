extension Contract {
    /// What callers do with a record beyond reading and writing its fields.
    package struct Operation: Equatable, Sendable {
        package enum Kind: Equatable, Sendable {
            /// Moves the record from one of the states to another.
            case move(field: String, from: [String], to: String)
            /// Asks a function that is written by hand, which answers with the members of `output`; `nil` for nothing.
            case call(Call)
        }

        package struct Call: Equatable, Sendable {
            package var method: Spec.Operation.Method
            /// Below the base; has `{id}` where the call is about one record.
            package var path: String
            package var output: [Property]?
        }

        package var name: String
        package var description: String?
        /// The resource's name.
        package var resource: String
        package var kind: Kind
        package var allow: RoleBits
        package var input: [Property]
        /// Whether it may be asked for over many records at once.
        package var bulk: Bool
        /// What the function may refuse a request with.
        package var problems: [Problem] = []
    }

    /// What a function by hand may refuse a request with.
    package struct Problem: Equatable, Sendable {
        package var code: String
        package var status: Int
        package var title: String
    }
}

extension Contract.Operation {
    /// The name as a segment of a path: `send_invitation` is at `…/send-invitation`.
    static func segment(_ name: String) -> String { name.map { $0 == "_" ? "-" : String($0) }.joined() }

    package var isMove: Bool {
        if case .move = kind { true } else { false }
    }

    /// Whether a request may come without a body.
    package var bodyIsOptional: Bool { !input.contains(where: \.isRequired) }
}
