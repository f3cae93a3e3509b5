/// How a record is shown: to which roles, and which part of it.
///
/// With the row version and the contract, a view decides the JSON of a record to the byte; it is part of cache keys and
/// entity tags.
struct View: Sendable {
    /// The roles that the viewer has on the record.
    let roles: RoleSet
    private let part: UInt32

    /// The roles of a contract leave the upper byte of a role set free for the part; the checker sees to it.
    private static let partShift: UInt32 = 24

    /// Marks the part of a viewer who is shown former names.
    private static let formerNames: UInt32 = 128

    /// The whole record, as any viewer gets it, with the former names of its fields or without.
    static func whole(_ roles: RoleSet, formerNames: Bool) -> View {
        View(roles: roles, part: formerNames ? Self.formerNames : 0)
    }

    /// The viewer's own record, with its completion.
    static func own(_ roles: RoleSet, formerNames: Bool) -> View {
        View(roles: roles, part: 1 | (formerNames ? Self.formerNames : 0))
    }

    /// Whose the record is, for the server alone: the same for all viewers.
    static let owners = View(roles: [], part: 255)

    /// One section of the record, the field `bit`.
    static func section(_ bit: Int, _ roles: RoleSet) -> View { View(roles: roles, part: UInt32(bit) + 2) }

    var isOwn: Bool { part & ~Self.formerNames == 1 }
    var isOwners: Bool { part == 255 }
    var showsFormerNames: Bool { part & Self.formerNames != 0 && !isOwners }

    var section: FieldMask? {
        part < 2 || part >= Self.formerNames ? nil : FieldMask(field: Int(part) - 2)
    }

    /// Roles and part in one word.
    var cacheKey: RoleSet { RoleSet(rawValue: roles.rawValue | part << Self.partShift) }

    /// What tells the parts of a record apart in an entity tag.
    /// - Parameter names: the former names that are served, for a view that has them: they go one by one.
    func tagPart(_ names: FormerNameMask) -> String {
        let former = showsFormerNames ? names.tagPart : ""
        switch part & ~Self.formerNames {
        case 0: return former
        case 1: return "o" + former
        default: return "s\(part - 2)"
        }
    }
}
