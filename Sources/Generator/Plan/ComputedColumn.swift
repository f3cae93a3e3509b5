/// A value that an expression makes of the record's others, as a column of a result.
enum ComputedColumn {
    static func sql(
        _ expression: TypedExpression, _ field: Contract.Field, of resource: Contract.Resource, alias: String
    ) -> String {
        let value = ExpressionSQL(columnsOf: resource, alias: alias).text(expression)
        switch field.type {
        // A sum may be of any size, and the JSON's integers are those of a BIGINT. What is none is null.
        case .integer:
            let isWithin = "(\(value)) BETWEEN -9223372036854775808 AND 9223372036854775807"
            return "CASE WHEN \(isWithin) THEN (\(value))::bigint END"
        case .decimal: return "(\(value))::numeric::text"
        case .bool: return "(\(value))::boolean"
        case .date: return "(\(value))::date"
        case .datetime: return "(\(value))::timestamptz"
        default: return "(\(value))::text"
        }
    }
}
