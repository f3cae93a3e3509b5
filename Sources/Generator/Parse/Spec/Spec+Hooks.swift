extension Spec {
    /// One of `hooks:`, a function that a person writes.
    package struct Hook: Equatable, Sendable {
        package enum Moment: String, CaseIterable, Equatable, Sendable {
            case beforeCreate = "before_create"
            case beforeUpdate = "before_update"
            case beforeDelete = "before_delete"
            case afterCommit = "after_commit"
        }

        package var moment: Moment
        /// At the place of the hook's key.
        package var demand: Located<Demand>
    }

    /// How a value is made of the record's others.
    package enum Computed: Equatable, Sendable {
        case expression(Located<String>)
        case function(Function)

        /// A function by hand.
        package struct Function: Equatable, Sendable {
            package var name: Located<String>
            /// The fields that it is given, in this order.
            package var arguments: [Located<String>]
            /// Raised when it gives other values than before.
            package var revision: Int
        }

        /// What may be computed.
        package static let types: [TypeWord] = [.string, .text, .int, .decimal, .bool, .date, .datetime]
    }
}
