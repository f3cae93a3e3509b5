/// `Statements.swift`: every statement of the API as static text.
enum StatementsFile {
    static func render(_ contract: Contract) -> String {
        var source = SwiftSource(imports: ["Runtime"])
        for resource in contract.resources {
            let plan = StatementPlan(resource, in: contract)
            source.line()
            source.block("extension \(resource.typeName)") { source in
                source.block("enum Statements") { source in
                    statement("select", plan.select, &source)
                    source.line()
                    statement("update", plan.update, &source)
                    if let insert = plan.insert {
                        source.line()
                        statement("insert", insert, &source)
                    }
                    if let delete = plan.delete {
                        source.line()
                        statement("delete", delete, &source)
                    }
                    for order in plan.orders { orders(order, &source) }
                }
            }
        }
        return source.text
    }

    private static func orders(_ order: PlannedOrder, _ source: inout SwiftSource) {
        for (name, planned) in [("First", order.first), ("After", order.after), ("Before", order.before)] {
            source.line()
            statement(memberName(order.order) + name, planned, &source)
        }
    }

    /// `-created_at` → `listCreatedAtDescending`
    static func memberName(_ order: Contract.List.Order) -> String {
        "list" + Naming.type(order.field) + (order.isDescending ? "Descending" : "Ascending")
    }

    private static func statement(_ member: String, _ planned: PlannedStatement, _ source: inout SwiftSource) {
        source.line("package static let \(member) = Statement(")
        source.indented { source in
            source.line("\(SwiftLiteral.quoted(planned.name)),")
            source.line("\(SwiftLiteral.raw(planned.sql)),")
            source.list("parameterTypes: [", planned.parameterTypes.map { ".\($0)" }, "])")
        }
    }
}
