/// A caller before a record, as far as that is known without its row.
struct Standing: Sendable {
    let id: RecordID
    /// The roles that the caller has on the record whatever its row says.
    let roles: RoleSet
    /// The roles that are let in, of which those who stand here have or may have one.
    let allowed: RoleSet
    /// Whether the row may give the caller another role, by naming the caller in a field.
    let mayOwn: Bool
}

/// The roles of a caller on a record.
struct KnownRoles: Sendable {
    let roles: RoleSet
    /// The row version that gave one of them: they hold for this version alone. `nil` when no row was asked, or it gave none.
    let version: Int64?
}

extension RecordStore {
    /// The record that a request is about, and what is known of the caller's roles on it. Where no row can give the caller
    /// another role it is as final as `admit`.
    func stand(
        _ request: Request, _ target: RecordTarget, to allowed: RoleSet
    ) throws(Problem) -> Standing {
        let owned = R.facts.owners.reduce(into: RoleSet()) { $0.formUnion($1.role) }
        guard !owned.isEmpty, request.caller.subject != nil else {
            let (id, roles) = try admit(request, target, to: allowed)
            return Standing(id: id, roles: roles, allowed: allowed, mayOwn: false)
        }
        let (id, _) = try admit(request, target, to: allowed, orOwned: owned)
        return Standing(id: id, roles: roles(of: request.caller, on: id), allowed: allowed, mayOwn: true)
    }

    /// The roles by the record's row. Throws 404 for whoever then has none that is allowed: that there is such a record is
    /// for those to know who may see it.
    func known(_ standing: Standing, _ caller: Caller, by row: Row) throws(Problem) -> KnownRoles {
        try known(standing, caller, owners: R.facts.owners.map { row.uuid($0.column) }, Self.version(of: row))
    }

    /// The roles of a caller on the record of a row.
    func roles(of caller: Caller, in row: Row) -> RoleSet {
        var roles = roles(of: caller, on: row.uuid(0))
        guard let subject = caller.subject else { return roles }
        for owner in R.facts.owners where row.uuid(owner.column) == subject { roles.formUnion(owner.role) }
        return roles
    }

    func known(
        _ standing: Standing, _ caller: Caller, owners: [RecordID?], _ version: Int64
    ) throws(Problem) -> KnownRoles {
        var owned: RoleSet = []
        for (owner, id) in zip(R.facts.owners, owners) where id != nil && id == caller.subject {
            owned.formUnion(owner.role)
        }
        let roles = standing.roles.union(owned)
        guard roles.intersects(standing.allowed) else { throw .notFound }
        return KnownRoles(roles: roles, version: owned.isEmpty ? nil : version)
    }
}
