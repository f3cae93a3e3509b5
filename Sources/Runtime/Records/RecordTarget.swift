/// Which record a route is about.
package enum RecordTarget: Sendable {
    /// The caller's own.
    case caller
    /// The one that `{id}` names.
    case parameter
}

extension RecordStore {
    /// The record that a request is about, and the roles that the caller has on it.
    ///
    /// Throws 401 or 403 when none of the roles is allowed, before anything tells whether there is such a record, and 404
    /// for an id that is none.
    ///
    /// - Parameter owned: roles that the caller may turn out to have; `stand` says when.
    func admit(
        _ request: Request, _ target: RecordTarget, to allowed: RoleSet, orOwned owned: RoleSet = []
    ) throws(Problem) -> (id: RecordID, roles: RoleSet) {
        let id =
            switch target {
            case .caller: request.caller.subject
            case .parameter: request.parameters.first.flatMap { RecordID($0) }
            }
        let roles = roles(of: request.caller, on: id)
        guard roles.union(owned).intersects(allowed) else { throw Problem.refused(request.caller) }
        guard let id else { throw Problem.notFound }
        return (id, roles)
    }
}

extension Problem {
    /// Why a caller who lacks the roles is turned away: not known at all, or known and not allowed.
    static func refused(_ caller: Caller) -> Problem {
        caller.isAuthenticated ? .forbidden() : .unauthorized()
    }
}
