/// The statements of one order of a list.
struct PlannedOrder {
    let order: Contract.List.Order
    let first: PlannedStatement
    /// The page after a cursor, and the page before it, which comes in reverse.
    let after: PlannedStatement
    let before: PlannedStatement
}

extension StatementPlan {
    /// Keyset paging: rows are compared by the sort column, a NULL counting as the least value, and then by the key, so
    /// that a page costs the same wherever it is. One index serves both directions.
    var orders: [PlannedOrder] {
        (resource.list?.orders ?? []).map { order in
            PlannedOrder(
                order: order,
                first: page(order, "first", descending: order.isDescending, cursor: false),
                after: page(order, "after", descending: order.isDescending, cursor: true),
                before: page(order, "before", descending: !order.isDescending, cursor: true))
        }
    }

    private func page(
        _ order: Contract.List.Order, _ name: String, descending: Bool, cursor: Bool
    ) -> PlannedStatement {
        var parameters = ParameterList()
        let limit = parameters.next("int8")
        let field = resource.field(named: order.field)
        let column = field?.column ?? order.field
        let type = ColumnType(field?.type ?? .datetime)
        let direction = descending ? "DESC" : "ASC"
        let value = "COALESCE(\(own).\(column), \(type.least))"
        var condition = "\(own).\(resource.key) IS NOT NULL"
        if cursor {
            let bound = "COALESCE(\(parameters.next(type.parameter))\(type.castFromParameter), \(type.least))"
            let key = parameters.next("uuid")
            condition += "\n    AND (\(value), \(own).\(resource.key)) \(descending ? "<" : ">") (\(bound), \(key))"
        }
        return PlannedStatement(
            name: "\(resource.name)_list_\(order.field)_\(order.isDescending ? "desc" : "asc")_\(name)",
            sql: """
                SELECT \(readColumns)
                FROM \(sources)
                WHERE \(condition)
                ORDER BY \(value) \(direction), \(own).\(resource.key) \(direction)
                LIMIT \(limit)
                """,
            parameterTypes: parameters.types)
    }
}
