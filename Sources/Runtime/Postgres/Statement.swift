/// A statement as text that is known when the program is compiled: values are bound, never spliced in.
package struct Statement: Sendable {
    /// Unique in the contract; it names the prepared statement and the metrics: `profile_select`.
    package let name: String
    package let sql: StaticString
    /// The type of each parameter as Postgres's object id, so that nothing is inferred.
    package let parameterTypes: [PostgresType]

    package init(_ name: String, _ sql: StaticString, parameterTypes: [PostgresType]) {
        self.name = name
        self.sql = sql
        self.parameterTypes = parameterTypes
    }
}

/// The types of parameters, by their fixed object ids (Postgres: src/include/catalog/pg_type.dat).
package enum PostgresType: UInt32, Sendable {
    case bool = 16
    case bytea = 17
    case int8 = 20
    case int4 = 23
    case text = 25
    case float8 = 701
    case date = 1082
    case time = 1083
    case timestamptz = 1184
    case interval = 1186
    case numeric = 1700
    case uuid = 2950
    case uuidArray = 2951
    case textArray = 1009
    case jsonb = 3802
}
