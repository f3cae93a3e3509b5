/// How a role of the contract is come by.
package enum RoleKind: Equatable, Sendable {
    /// Holds for every request, with a token or without.
    case anyone
    /// Holds for every request with a valid token.
    case token
    /// Depends on the record (`self`); a store adds it, a token never does.
    case relation
    /// Named by this word in the token's roles claim.
    case claim(String)
}

/// The roles of the contract, in its order: bit *i* of a `RoleSet` is the *i*-th of them.
package struct RoleTable: Sendable {
    private let roles: [(name: String, kind: RoleKind)]
    /// The bit of each word that a token's roles claim may hold, keyed by bytes: `String ==` would take two spellings
    /// of one letter for the same role.
    private let claims: [[UInt8]: RoleSet]
    /// What a request without a token has.
    package let anonymous: RoleSet
    /// What every valid token has.
    package let authenticated: RoleSet

    /// - Parameter roles: at most 32, in the order of the contract.
    package init(roles: [(name: String, kind: RoleKind)]) {
        precondition(roles.count <= 32, "a role set has 32 bits")
        var anonymous: RoleSet = []
        var authenticated: RoleSet = []
        var claims: [[UInt8]: RoleSet] = [:]
        for (index, role) in roles.enumerated() {
            let bit = RoleSet(rawValue: 1 << UInt32(index))
            switch role.kind {
            case .anyone: anonymous.formUnion(bit)
            case .token: authenticated.formUnion(bit)
            case .relation: break
            case .claim(let word): claims[Array(word.utf8), default: []].formUnion(bit)
            }
        }
        self.roles = roles
        self.claims = claims
        self.anonymous = anonymous
        self.authenticated = authenticated.union(anonymous)
    }

    /// The roles that a word of the roles claim grants; none for a word that the contract does not know.
    package func granted(byClaim word: String) -> RoleSet {
        claims[Array(word.utf8)] ?? []
    }

    /// The names of the roles in `set`, in the order of the contract.
    package func names(of set: RoleSet) -> [String] {
        roles.indices.filter { set.rawValue & (1 << UInt32($0)) != 0 }.map { roles[$0].name }
    }

    /// The caller of a request without a token.
    package var anonymousCaller: Caller {
        Caller(subject: nil, roles: anonymous, roleNames: names(of: anonymous), isAuthenticated: false)
    }
}
