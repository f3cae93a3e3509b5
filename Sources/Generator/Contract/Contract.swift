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
            case owner
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

    /// The roles whose kind stands for the relation of a caller to the own record.
    package var ownRoles: RoleBits { bits { $0.kind == .owner } }

    package func bits(where holds: (Role) -> Bool) -> RoleBits {
        var bits = RoleBits()
        for (bit, role) in roles.enumerated() where holds(role) { bits.insert(bit) }
        return bits
    }

    package func resource(named name: String) -> Resource? {
        resources.first { $0.name == name }
    }
}
