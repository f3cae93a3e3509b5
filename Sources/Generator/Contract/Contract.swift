/// What a checked spec means: defaults expanded, names resolved, without places. Everything that is generated derives
/// from it, and its hash marks caches, entity tags and databases.
package struct Contract: Equatable, Sendable {
    package var name: String
    /// The path before every route, without a slash at the end.
    package var base: String
    package var version: String
    package var identity: Identity
    /// In the order of the spec: a role's place is its bit.
    package var roles: [Role]
    package var resources: [Resource]
    package var operations: [Operation] = []
    /// Resources that are served no more, and whose tables may be dropped.
    package var removed: [RemovedResource]

    package struct Identity: Equatable, Sendable {
        package var table: String
        package var key: String
        package var claim: String
    }

    package struct Role: Equatable, Sendable {
        package enum Kind: Equatable, Sendable {
            case anyone
            case token
            /// Whoever is named by this field of a record.
            case owner(field: String)
            case claim(String)
        }

        package var name: String
        package var kind: Kind
    }
}

extension Contract {
    /// A set of roles, by their bits.
    package struct RoleBits: Equatable, Sendable {
        package var rawValue: UInt32 = 0

        package var isEmpty: Bool { rawValue == 0 }

        package func contains(_ bit: Int) -> Bool { rawValue & (1 << UInt32(bit)) != 0 }
        package mutating func insert(_ bit: Int) { rawValue |= 1 << UInt32(bit) }
        package func union(_ other: RoleBits) -> RoleBits { RoleBits(rawValue: rawValue | other.rawValue) }
        package func intersection(_ other: RoleBits) -> RoleBits { RoleBits(rawValue: rawValue & other.rawValue) }
    }

    /// The roles of the one whom the key of a record names; none where the key is no identity.
    package func ownRoles(of resource: Resource) -> RoleBits {
        resource.keyIsIdentity ? bits { $0.kind == .owner(field: resource.key) } : RoleBits()
    }

    /// The roles of those whom another field of a record names, with that field's bit.
    package func fieldOwners(of resource: Resource) -> [(role: Int, field: Int)] {
        roles.enumerated().compactMap { bit, role in
            guard case .owner(let name) = role.kind, name != resource.key, let field = resource.bit(of: name),
                resource.fields[field].isIdentity
            else { return nil }
            return (bit, field)
        }
    }

    package func bits(where holds: (Role) -> Bool) -> RoleBits {
        var bits = RoleBits()
        for (bit, role) in roles.enumerated() where holds(role) { bits.insert(bit) }
        return bits
    }

    package func resource(named name: String) -> Resource? {
        resources.first { $0.name == name }
    }
}

extension Contract {
    /// Whether records of some resource may refer to those of `resource`.
    func isReferredTo(_ resource: Resource) -> Bool {
        resources.flatMap(\.fields).contains { field in
            if case .resource(resource.name, _) = field.reference { true } else { false }
        }
    }
}
