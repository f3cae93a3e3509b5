extension Schema {
    /// What a contract stores.
    package init(_ contract: Contract) {
        self.tables = Self.ordered(contract.resources.map { Table($0, contract) })
        self.own = OwnPart.all
    }
}

extension Schema {
    /// Whether a reference is to a table of ours, and not to that of the authentication layer.
    func makes(_ reference: Reference) -> Bool { table(named: reference.table) != nil }

    /// Each table after those that it refers to, else in their order. Tables that refer to each other keep theirs.
    private static func ordered(_ tables: [Table]) -> [Table] {
        var open = tables
        var ordered: [Table] = []
        while !open.isEmpty {
            let next = open.firstIndex { table in
                table.columns.allSatisfy { column in
                    guard let target = column.reference?.table, target != table.name else { return true }
                    return !open.contains { $0.name == target }
                }
            }
            ordered.append(open.remove(at: next ?? 0))
        }
        return ordered
    }
}

extension Schema.Table {
    fileprivate init(_ resource: Contract.Resource, _ contract: Contract) {
        let plan = SchemaPlan(resource)
        self.init(
            name: resource.table, resource: resource.name,
            key: resource.field(named: resource.key)?.column ?? resource.key)
        let identity = Schema.Reference(table: contract.identity.table, column: contract.identity.key)
        for field in resource.internalFields where field.type == .serial {
            columns.append(
                Schema.Column(name: field.column, type: "SERIAL", isPrimary: true, isNullable: false, field: field.name)
            )
        }
        for field in resource.internalFields where field.type != .serial { columns.append(Schema.Column(field)) }
        if resource.field(named: resource.key) == nil {
            columns.append(
                Schema.Column(
                    name: resource.key, type: "UUID", isPrimary: true, isNullable: false, reference: identity))
        }
        for field in resource.fields where field.isStored {
            var column = Schema.Column(field)
            column.reference = Self.reference(field, contract)
            if field.name == resource.key, plan.keyIsPrimary {
                column.isPrimary = true
                column.isNullable = false
            }
            if field.isAutomatic, field.type == .datetime { column.standard = "NOW()" }
            columns.append(column)
        }
        for name in [resource.created, resource.updated].compactMap({ $0 }) where resource.field(named: name) == nil {
            columns.append(Schema.Column(name: name, type: "TIMESTAMPTZ", standard: "NOW()"))
        }
        columns.append(
            Schema.Column(
                name: resource.version, type: "BIGINT", isNullable: false, standard: Schema.Column.nextVersion))
        rules = plan.constraints.compactMap(Schema.Rule.init)
        indexes =
            plan.referenceIndexes.map { Schema.Index(name: $0.name, expressions: [$0.field.column]) }
            + Self.indexes(resource, plan)
    }

    private static func reference(_ field: Contract.Field, _ contract: Contract) -> Schema.Reference? {
        switch field.reference {
        case nil: return nil
        case .identity: return Schema.Reference(table: contract.identity.table, column: contract.identity.key)
        case .resource(let name, _):
            return contract.resource(named: name).map { Schema.Reference(table: $0.table, column: $0.key) }
        }
    }

    /// One for each field that a list can be sorted by.
    private static func indexes(_ resource: Contract.Resource, _ plan: SchemaPlan) -> [Schema.Index] {
        var sorted: [String] = []
        for order in resource.list?.orders ?? [] where !sorted.contains(order.field) { sorted.append(order.field) }
        let key = resource.field(named: resource.key)?.column ?? resource.key
        return sorted.map { name in
            let field = resource.field(named: name)
            let least = ColumnType(field?.type ?? .datetime).least
            return Schema.Index(
                name: plan.listIndex(on: name), expressions: ["COALESCE(\(field?.column ?? name), \(least))", key])
        }
    }
}

extension Schema.Column {
    /// Row versions come from one sequence.
    static let nextVersion = "nextval('roster.row_version')"

    /// A column without its reference, which is a matter of the resource.
    fileprivate init(_ field: Contract.Field) {
        self.init(
            name: field.column, type: ColumnType(field.type).definition, field: field.name,
            formerNames: field.formerNames.map(\.name))
        if let literal = field.standard {
            isNullable = false
            standard = SQLLiteral.text(literal, field.type)
        }
    }
}

extension Schema.Rule {
    /// Keys and references are part of their columns.
    fileprivate init?(_ constraint: SchemaPlan.Constraint) {
        switch constraint.kind {
        case .key, .foreignKey: return nil
        case .check(let expression):
            self.init(name: constraint.name, field: constraint.field, kind: .check(expression))
        case .uniqueIndex(let expression):
            self.init(name: constraint.name, field: constraint.field, kind: .unique(expression))
        }
    }
}
