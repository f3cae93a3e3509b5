extension Spec {
    /// One of `hooks:`, a function that a person writes.
    package struct Hook: Equatable, Sendable {
        package enum Moment: String, CaseIterable, Equatable, Sendable {
            case beforeCreate = "before_create"
            case beforeUpdate = "before_update"
            case afterCommit = "after_commit"
        }

        package var moment: Moment
        /// At the place of the hook's key.
        package var demand: Located<Demand>
    }

    /// How a value is made of the record's others.
    package enum Computed: Equatable, Sendable {
        case expression(Located<String>)
        /// A function by hand. The revision is raised when it gives other values than before.
        case function(Located<String>, revision: Int)

        /// What may be computed.
        package static let types: [TypeWord] = [.string, .text, .int, .decimal, .bool, .date, .datetime]
    }
}
