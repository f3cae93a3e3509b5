extension Spec {
    /// Who may do one thing. Empty admits nobody, which is also what a list that is not written means.
    package struct AccessList: Equatable, Sendable {
        package enum Grant: Equatable, Sendable {
            /// A role of `roles`.
            case role(Located<String>)
            /// `{visibility: bio}`: whom the owner's own choice for `bio` lets in.
            case visibility(Located<String>)
        }

        package var grants: [Grant]
        /// Where the list stands; `nil` when it is not written.
        package var span: Span?

        package init(_ grants: [Grant] = [], at span: Span? = nil) {
            self.grants = grants
            self.span = span
        }

        package var isEmpty: Bool { grants.isEmpty }
        /// The roles in it, in the order of the spec.
        package var roles: [Located<String>] {
            grants.compactMap { if case .role(let name) = $0 { name } else { nil } }
        }
        /// The names behind `{visibility: …}` in it.
        package var visibilities: [Located<String>] {
            grants.compactMap { if case .visibility(let name) = $0 { name } else { nil } }
        }

        /// Whether the same callers are meant, wherever and in whatever form that is written.
        package static func == (left: AccessList, right: AccessList) -> Bool {
            left.grants == right.grants
        }
    }

    /// `allow: {read: user, update: [self, admin]}`: who may call which operation of a resource.
    package struct Allow: Equatable, Sendable {
        package var read = AccessList()
        package var list = AccessList()
        package var create = AccessList()
        package var update = AccessList()
        package var delete = AccessList()
    }
}
