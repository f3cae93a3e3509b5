extension Schema {
    package struct Table: Equatable, Sendable {
        /// With its schema where the spec names one: `hr.persons`.
        package var name: String
        package var resource: String
        /// The column that names a record.
        package var key: String
        package var columns: [Column] = []
        /// Checks and unique indexes.
        package var rules: [Rule] = []
        package var indexes: [Index] = []

        package func column(named name: String) -> Column? { columns.first { $0.name == name } }
        package func rule(named name: String) -> Rule? { rules.first { $0.name == name } }
        package func index(named name: String) -> Index? { indexes.first { $0.name == name } }

        /// The name without its schema, which begins the names of what belongs to the table.
        package var shortName: String { String(name.split(separator: ".").last ?? "") }
    }

    package struct Column: Equatable, Sendable {
        package var name: String
        /// As DDL spells it: `VARCHAR(100)`.
        package var type: String
        package var isPrimary = false
        package var isNullable = true
        /// The default as SQL.
        package var standard: String?
        package var reference: Reference?
        /// The field of the contract that the column holds; `nil` for row versions and internal columns.
        package var field: String?
        /// Former names of the field, from its `was:`.
        package var formerNames: [String] = []
    }

    package struct Reference: Equatable, Sendable {
        package var table: String
        package var column: String

        package var sql: String { "REFERENCES \(table)(\(column))" }
    }

    package struct Rule: Equatable, Sendable {
        package enum Kind: Equatable, Sendable {
            /// The expression of a CHECK.
            case check(String)
            /// The expression of a unique index.
            case unique(String)
        }

        package var name: String
        /// The field that it is about, for messages.
        package var field: String
        package var kind: Kind
    }

    /// An index that serves a list, or finds what refers to a record.
    package struct Index: Equatable, Sendable {
        package var name: String
        package var expressions: [String]
    }
}
