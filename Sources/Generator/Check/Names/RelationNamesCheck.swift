/// The constraints and indexes that are made have names that Postgres keeps whole, and no two have one name. It would cut
/// a long name off and skip the index of a name that is there, both without an error.
struct RelationNamesCheck: ContractCheck {
    private static let longest = 63

    func run(_ spec: Spec, _ contract: Contract, _ findings: Findings) {
        var first: [String: Mark] = [:]
        var isRepeated: [Bool] = []
        for resource in spec.resources {
            let table = TablesCheck.qualified(resource.table.value)
            isRepeated.append(first.updateValue(resource.table.mark, forKey: table) != nil)
        }
        for (index, (made, written)) in zip(contract.resources, spec.resources).enumerated() where !isRepeated[index] {
            let schema = TablesCheck.qualified(made.table).split(separator: ".").first.map(String.init) ?? ""
            for name in Self.names(of: made) {
                let mark = Self.place(of: name.field, in: written)
                if name.name.utf8.count > Self.longest {
                    // Parts that are too long themselves are for `NamesCheck`.
                    guard name.field.utf8.count <= Self.longest, made.table.utf8.count <= Self.longest else { continue }
                    tooLong(name.name, mark, findings)
                } else if name.isRelation, let other = first.updateValue(mark, forKey: "\(schema).\(name.name)") {
                    findings.error(
                        .nameUsedTwice, at: max(mark, other), "the index `\(name.name)` would be made twice",
                        help: "rename the column or the table in one of the places",
                        notes: [Related("it would first be made for this", at: min(mark, other))])
                }
            }
        }
    }

    private func tooLong(_ name: String, _ mark: Mark, _ findings: Findings) {
        findings.error(
            .malformedName, at: mark,
            "the name `\(name)` is made of this one, and is \(name.utf8.count - Self.longest) bytes too long",
            help: "shorten the table's name or the column's")
    }

    /// The names that belong to a table. Those of relations are unique in their schema, those of CHECKs and foreign keys
    /// in their table, which unlike columns see to.
    private static func names(of resource: Contract.Resource) -> [(name: String, field: String, isRelation: Bool)] {
        let schema = SchemaPlan(resource)
        let constraints = schema.constraints.map { constraint in
            switch constraint.kind {
            case .key, .uniqueIndex: (constraint.name, constraint.field, true)
            case .check, .foreignKey: (constraint.name, constraint.field, false)
            }
        }
        // Two directions of one order have one index.
        var sorted: [String] = []
        for order in resource.list?.orders ?? [] where !sorted.contains(order.field) { sorted.append(order.field) }
        let references = schema.referenceIndexes.map { ($0.name, $0.field.name, true) }
        return constraints + references + sorted.map { (schema.listIndex(on: $0), $0, true) }
    }

    private static func place(of field: String, in resource: Spec.Resource) -> Mark {
        if let field = resource.field(named: field) { return field.column.mark }
        if let section = resource.sections.first(where: { $0.name.value == field }) { return section.name.mark }
        return resource.table.mark
    }
}
