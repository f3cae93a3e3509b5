/// What holds for all records of a resource.
package struct ResourceFacts: Sendable {
    /// The resource's name in the spec.
    package let name: String
    /// The resource's place in the contract, which names it in cache keys.
    package let index: UInt8
    package let access: OperationAccess
    /// The role that stands for the relation of a caller to the own record; empty when the contract has none.
    package let ownRole: RoleSet
    /// The JSON name of each field, by its bit.
    package let fieldNames: [StaticString]
    /// Whether a write must name the version that it replaces (428 without `If-Match`, RFC 6585 section 3).
    package let requiresMatch: Bool
    package let select: Statement
    package let update: Statement
    /// `nil` for a resource whose records are made by their first write.
    package let insert: Statement?
    /// `nil` for a resource whose records nobody deletes.
    package let delete: Statement?
    /// Whether a deletion may touch other records than the one that it names.
    package let deletesOthers: Bool
    /// What a violated constraint of the table means to a client.
    package let constraints: [ConstraintMeaning]
    /// The record of another resource, with the same key, whose JSON a write may change with its own.
    package let touch: Touch?
    /// The resources that have exactly one record for each of this one's, with the same key: it comes with it.
    package let parts: [UInt8]
    /// The roles of those whom a field of the record names.
    package let owners: [Owner]
    /// The names that fields had before and that are served still, unless their time is over.
    package let formerNames: [FormerName]

    /// A role that a record gives to the one whose identity stands in `column` of its row.
    package struct Owner: Sendable {
        package let role: RoleSet
        package let column: Int

        package init(_ role: RoleSet, column: Int) {
            self.role = role
            self.column = column
        }
    }

    /// A write's effect on another record: its new row version stands in `column` of the row that the write returns, and
    /// is NULL when the write did not touch it.
    package struct Touch: Sendable {
        package let resource: UInt8
        package let column: Int

        package init(resource: UInt8, column: Int) {
            self.resource = resource
            self.column = column
        }
    }

    package init(
        name: String, index: UInt8, access: OperationAccess, ownRole: RoleSet, fieldNames: [StaticString],
        requiresMatch: Bool, select: Statement, update: Statement, insert: Statement?,
        delete: Statement? = nil, deletesOthers: Bool = false, constraints: [ConstraintMeaning], touch: Touch? = nil,
        parts: [UInt8] = [], owners: [Owner] = [], formerNames: [FormerName] = []
    ) {
        self.name = name
        self.index = index
        self.access = access
        self.ownRole = ownRole
        self.fieldNames = fieldNames
        self.requiresMatch = requiresMatch
        self.select = select
        self.update = update
        self.insert = insert
        self.delete = delete
        self.deletesOthers = deletesOthers
        self.constraints = constraints
        self.touch = touch
        self.parts = parts
        self.owners = owners
        self.formerNames = formerNames
    }
}

/// Who may do what with a resource. An operation that the spec does not allow to anybody has an empty set.
package struct OperationAccess: Sendable {
    package var read: RoleSet
    package var list: RoleSet
    package var create: RoleSet
    package var update: RoleSet
    package var delete: RoleSet

    package init(
        read: RoleSet = [], list: RoleSet = [], create: RoleSet = [], update: RoleSet = [], delete: RoleSet = []
    ) {
        self.read = read
        self.list = list
        self.create = create
        self.update = update
        self.delete = delete
    }
}

/// The meaning of one constraint of a table, so that a refused write tells the field and never passes Postgres's text on.
package struct ConstraintMeaning: Sendable {
    package enum Kind: Sendable {
        /// Another record has this value: 409.
        case taken
        /// The value breaks a rule: 422.
        case invalid
        /// The value names nothing that exists: 422.
        case unknownReference
    }

    package let constraint: String
    package let kind: Kind
    /// The JSON pointer of the field.
    package let pointer: String
    /// The JSON names of the other fields that the rule is over.
    package let others: [StaticString]
    /// What the spec says to those who break it; `nil` for a rule of one field.
    package let message: String?

    package init(
        _ constraint: String, _ kind: Kind, pointer: String, with others: [StaticString] = [], message: String? = nil
    ) {
        self.constraint = constraint
        self.kind = kind
        self.pointer = pointer
        self.others = others
        self.message = message
    }

    /// Whether the rule is over the field, alone or with others.
    func isOver(_ name: String) -> Bool {
        pointer == "/" + name || others.contains { $0.description == name }
    }
}
