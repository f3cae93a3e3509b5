/// How the records of a resource are listed.
package struct ListFacts: Sendable {
    /// Records of a page when the client does not say.
    package let standardLimit: Int
    /// The most records of one page.
    package let maximumLimit: Int
    /// The orders that the spec declares; the first is the usual one.
    package let orders: [ListOrder]

    package init(standardLimit: Int, maximumLimit: Int, orders: [ListOrder]) {
        self.standardLimit = standardLimit
        self.maximumLimit = maximumLimit
        self.orders = orders
    }
}

/// One order of a list: a column and then the key, so that every record has one place.
package struct ListOrder: Sendable {
    /// As `sort=` spells it: the field's name, with `-` before it for descending.
    package let name: String
    /// Where the sort value stands among the record columns.
    let column: Int
    let type: PostgresType
    /// The first page. Parameter: the limit.
    let first: Statement
    /// The page after a record. Parameters: the limit, its sort value, its key.
    let after: Statement
    /// The page before a record, backwards.
    let before: Statement

    package init(
        _ name: String, column: Int, type: PostgresType, first: Statement, after: Statement, before: Statement
    ) {
        self.name = name
        self.column = column
        self.type = type
        self.first = first
        self.after = after
        self.before = before
    }

    /// The name of the field that is sorted by.
    var field: Substring { name.hasPrefix("-") ? name.dropFirst() : name[...] }
}
