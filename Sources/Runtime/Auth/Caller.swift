/// Who sends a request, as far as its token says.
///
/// `roles` holds everything but the relation to a record (`self`): a store adds that when it knows the record.
package struct Caller: Sendable {
    /// The token's subject claim; `nil` without a token, and for service tokens whose subject is no identity.
    package let subject: RecordID?
    /// The roles of the contract that the token grants. Without a token: the roles that need none.
    package let roles: RoleSet
    /// The names of the roles in `roles`, in the order of the contract. Made once, when the token is verified.
    package let roleNames: [String]
    /// Whether a valid token was presented.
    package let isAuthenticated: Bool

    package init(subject: RecordID?, roles: RoleSet, roleNames: [String], isAuthenticated: Bool) {
        self.subject = subject
        self.roles = roles
        self.roleNames = roleNames
        self.isAuthenticated = isAuthenticated
    }
}
