/// How a type of the contract stands in Postgres: as a column, as a result and as a parameter.
struct ColumnType {
    /// The column's type as DDL spells it.
    let definition: String
    /// The parameter's case of the runtime's `PostgresType`.
    let parameter: String
    /// What turns a parameter into the column's type, and a column into the result's, where they differ.
    var castFromParameter = ""
    var castToResult = ""
    /// A value below all others, which stands for NULL where rows are compared by the column.
    let least: String

    init(_ type: Contract.FieldType) {
        switch type {
        case .text(let rules):
            let definition = rules.format == .line && rules.isBounded ? "VARCHAR(\(rules.maximum))" : "TEXT"
            self.init(definition: definition, parameter: "text", least: "''")
        case .choice:
            self.init(definition: "TEXT", parameter: "text", least: "''")
        case .integer:
            self.init(definition: "BIGINT", parameter: "int8", least: "'-9223372036854775808'::bigint")
        case .decimal(let precision, let scale, _, _):
            self.init(
                definition: "NUMERIC(\(precision),\(scale))", parameter: "numeric", castToResult: "::text",
                least: "'-Infinity'::numeric")
        case .bool: self.init(definition: "BOOLEAN", parameter: "bool", least: "false")
        case .date: self.init(definition: "DATE", parameter: "date", least: "'-infinity'::date")
        case .time:
            self.init(definition: "TIME", parameter: "time", least: "'00:00'::time")
        case .datetime:
            self.init(definition: "TIMESTAMPTZ", parameter: "timestamptz", least: "'-infinity'::timestamptz")
        case .uuid:
            self.init(
                definition: "UUID", parameter: "uuid", least: "'00000000-0000-0000-0000-000000000000'::uuid")
        case .duration:
            self.init(definition: "INTERVAL", parameter: "interval", least: "'-1000000 days'::interval")
        case .json, .map, .section, .list, .entries:
            self.init(definition: "JSONB", parameter: "jsonb", least: "'null'::jsonb")
        case .serial: self.init(definition: "SERIAL", parameter: "int4", least: "0")
        }
    }

    private init(
        definition: String, parameter: String, castFromParameter: String = "", castToResult: String = "", least: String
    ) {
        self.definition = definition
        self.parameter = parameter
        self.castFromParameter = castFromParameter
        self.castToResult = castToResult
        self.least = least
    }
}
