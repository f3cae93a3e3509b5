extension Contract {
    package struct Resource: Equatable, Sendable {
        package var name: String
        package var description: String?
        package var table: String
        /// Below the base: `/users`.
        package var path: String
        /// The field, or for a resource without fields the column, that names a record.
        package var key: String
        package var onePer: String?
        package var access: Access
        package var version: String
        /// Whether a change must name the version that it changes.
        package var requiresMatch: Bool
        package var created: String?
        package var updated: String?
        /// What stands in the JSON, in order: a field's place is its bit. Sections are fields too.
        package var fields: [Field]
        /// Columns that are in no JSON, such as a serial primary key.
        package var internalFields: [Field]
        package var visibility: Visibility?
        package var list: List?
        package var cache: Cache?
        /// Fields that are served no more, and whose columns may be dropped.
        package var removed: [RemovedField] = []
        /// The functions by hand that are called at a change, and whether they must be there.
        package var hooks: [Hook] = []
        /// What those of them before a change may refuse it with.
        package var problems: [Problem] = []
        /// What must not be false of a record; those of fields first.
        package var checks: [Check] = []
    }

    /// An expression over fields of one record.
    package struct Check: Equatable, Sendable {
        /// Unique in the resource.
        package var name: String
        package var expression: TypedExpression
        /// What people are told whose record breaks it.
        package var message: String
        /// The field at which it is told.
        package var field: String
    }

    package struct Hook: Equatable, Sendable {
        package var moment: Spec.Hook.Moment
        package var isRequired: Bool
    }

    package struct Access: Equatable, Sendable {
        package var read = RoleBits()
        package var list = RoleBits()
        package var create = RoleBits()
        package var update = RoleBits()
        package var delete = RoleBits()
    }

    /// Each owner's choice of who sees a field.
    package struct Visibility: Equatable, Sendable {
        package struct Level: Equatable, Sendable {
            package var name: String
            /// Whom the level lets in, the owner always among them.
            package var admits: RoleBits
        }

        package struct Choice: Equatable, Sendable {
            package var field: String
            /// The place in `levels` of the level for owners who have not chosen.
            package var standard: Int
        }

        package var levels: [Level]
        package var choices: [Choice]
        /// The resource, section and key that hold the choices.
        package var resource: String
        package var section: String
        package var key: String
    }

    package struct List: Equatable, Sendable {
        package struct Order: Equatable, Sendable {
            package var field: String
            package var isDescending: Bool

            /// As a caller asks for it: `-created_at`.
            package var name: String { (isDescending ? "-" : "") + field }
        }

        package var orders: [Order]
        package var standardLimit: Int
        package var maximumLimit: Int
    }

    package struct Cache: Equatable, Sendable {
        /// Seconds.
        package var lifetime: Int
        /// Seconds for which it is remembered that a record does not exist; 0 for not at all.
        package var negative: Int
    }
}

extension Contract.Resource {
    package func bit(of field: String) -> Int? {
        fields.firstIndex { $0.name == field }
    }

    package func field(named name: String) -> Contract.Field? {
        fields.first { $0.name == name }
    }

    package var sections: [(bit: Int, field: Contract.Field)] {
        fields.enumerated().compactMap { if case .section = $1.type { ($0, $1) } else { nil } }
    }

    /// Whether a record is known by somebody's identity: its own key is one, or that of the record which it belongs to.
    package var keyIsIdentity: Bool { onePer != nil || field(named: key)?.isIdentity ?? false }

    /// Whether the server makes the key of a record whose maker gives none.
    package var generatesKey: Bool { !keyIsIdentity }
}

extension Contract.Access {
    /// Each operation by its word.
    package var operations: [(name: String, roles: Contract.RoleBits)] {
        [("read", read), ("list", list), ("create", create), ("update", update), ("delete", delete)]
    }
}
