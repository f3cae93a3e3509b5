/// What a contract needs of a database: tables, columns, rules and indexes, as they are to be there. Two contracts that
/// differ in what callers see and not in what is stored have equal schemas, and no migration lies between them.
package struct Schema: Equatable, Sendable {
    /// In the order of the contract, but each after those that it refers to.
    package var tables: [Table] = []
    /// What belongs to the runtime and to no resource, in the order in which it is made.
    package var own: [OwnPart] = []

    /// A database before its first migration.
    package static let empty = Schema()

    package func table(named name: String) -> Table? {
        tables.first { $0.name == name }
    }

    /// 64 hexadecimal digits that are the same for two schemas exactly when they are equal; `empty` for the empty one.
    package var hash: String {
        self == .empty ? "empty" : SHA256.hexadecimal(document.text().utf8)
    }
}

extension Schema {
    /// A piece of SQL that makes or replaces something of the runtime's own, and may be run again.
    package struct OwnPart: Equatable, Sendable {
        /// `roster.merge_patch`
        package var name: String
        package var sql: String

        package var digest: String { SHA256.hexadecimal(sql.utf8) }

        /// By name and digest: a schema that was read from a file knows of the SQL no more than that.
        package static func == (left: OwnPart, right: OwnPart) -> Bool {
            left.name == right.name && (left.known ?? left.digest) == (right.known ?? right.digest)
        }

        /// The digest where the SQL isn't at hand.
        package var known: String?

        package init(name: String, sql: String) {
            self.name = name
            self.sql = sql
        }

        package init(name: String, digest: String) {
            self.name = name
            self.sql = ""
            self.known = digest
        }
    }
}
