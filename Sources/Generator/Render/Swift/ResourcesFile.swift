/// `Resources.swift`: the facts of each resource.
enum ResourcesFile {
    static func render(_ contract: Contract) -> String {
        var source = SwiftSource(imports: ["Runtime"])
        for (index, resource) in contract.resources.enumerated() {
            source.line()
            source.block("extension \(resource.typeName): Resource") { source in
                facts(resource, index, contract, &source)
                if resource.list != nil {
                    source.line()
                    orders(resource, &source)
                }
            }
        }
        return source.text
    }

    private static func facts(
        _ resource: Contract.Resource, _ index: Int, _ contract: Contract, _ source: inout SwiftSource
    ) {
        let plan = StatementPlan(resource, in: contract)
        let roles = RoleSpelling(contract)
        source.line("package static let facts = ResourceFacts(")
        source.indented { source in
            source.line("name: \(SwiftLiteral.quoted(resource.name)), index: \(index),")
            source.list("access: OperationAccess(", access(resource.access, roles), "),")
            source.line("ownRole: \(roles.set(contract.ownRoles(of: resource))),")
            source.list("fieldNames: [", resource.fields.map { "\"\($0.name)\"" }, "],")
            source.line("requiresMatch: \(resource.requiresMatch),")
            let insert = plan.makesRecords ? "Statements.insert" : "nil"
            source.line("select: Statements.select, update: Statements.update, insert: \(insert),")
            if plan.delete != nil {
                let others = !DeletionPlan(resource, in: contract).steps.isEmpty
                source.line("delete: Statements.delete,\(others ? " deletesOthers: true," : "")")
            }
            let last = [
                touch(plan, contract), parts(resource, contract), owners(resource, contract), formerNames(resource),
            ].compactMap { $0 }.joined(separator: ", ")
            source.list("constraints: [", constraints(resource), last.isEmpty ? "])" : "],")
            if !last.isEmpty { source.line("\(last))") }
        }
    }

    private static func access(_ access: Contract.Access, _ roles: RoleSpelling) -> [String] {
        access.operations
            .filter { !$0.1.isEmpty }
            .map { "\($0.0): \(roles.set($0.1))" }
    }

    private static func constraints(_ resource: Contract.Resource) -> [String] {
        SchemaPlan(resource).constraints.map { constraint in
            let name = SwiftLiteral.quoted(constraint.name)
            let message = constraint.message.map { ", message: \(SwiftLiteral.quoted($0))" } ?? ""
            let names = constraint.others.map(SwiftLiteral.quoted).joined(separator: ", ")
            let others = names.isEmpty ? "" : ", with: [\(names)]"
            let pointer = "pointer: \"/\(constraint.field)\""
            return "ConstraintMeaning(\(name), .\(constraint.meaning.rawValue), \(pointer)\(others)\(message))"
        }
    }

    private static func touch(_ plan: StatementPlan, _ contract: Contract) -> String? {
        guard let target = plan.touchedResource, let index = contract.resources.firstIndex(of: target) else {
            return nil
        }
        return "touch: ResourceFacts.Touch(resource: \(index), column: \(plan.columns.touched))"
    }

    private static func parts(_ resource: Contract.Resource, _ contract: Contract) -> String? {
        let places = contract.resources.indices.filter { contract.resources[$0].onePer == resource.name }
        return places.isEmpty ? nil : "parts: [\(places.map(String.init).joined(separator: ", "))]"
    }

    /// The roles of those whom a field of the record names, and where that field stands.
    private static func owners(_ resource: Contract.Resource, _ contract: Contract) -> String? {
        let columns = RecordColumns(resource)
        let owners = contract.fieldOwners(of: resource).map { role, field in
            let name = Naming.declared(contract.roles[role].name)
            return "ResourceFacts.Owner(Roles.\(name), column: \(columns.fields[field]))"
        }
        return owners.isEmpty ? nil : "owners: [\(owners.joined(separator: ", "))]"
    }

    /// What fields were called before.
    private static func formerNames(_ resource: Contract.Resource) -> String? {
        guard !resource.servedFormerNames.isEmpty else { return nil }
        let names = resource.servedFormerNames.map { former in
            let sunset = former.name.sunset.map { ", sunset: \"\($0)\"" } ?? ""
            return
                "FormerName(\"\(former.name.name)\", of: \"\(former.field.name)\", \(former.bit), since: \"\(former.name.since)\"\(sunset))"
        }
        return "formerNames: [\(names.joined(separator: ", "))]"
    }

    private static func orders(_ resource: Contract.Resource, _ source: inout SwiftSource) {
        guard let list = resource.list else { return }
        let columns = RecordColumns(resource)
        source.line("package static let list = ListFacts(")
        source.indented { source in
            source.line("standardLimit: \(list.standardLimit), maximumLimit: \(list.maximumLimit),")
            source.line("orders: [")
            source.indented { source in
                for order in list.orders {
                    let member = StatementsFile.memberName(order)
                    let column = columns.column(of: order.field, in: resource)
                    let type = ColumnType(resource.field(named: order.field)?.type ?? .datetime).parameter
                    source.line(
                        "ListOrder(\(SwiftLiteral.quoted(order.name)), column: \(column), type: .\(type),")
                    source.line("    first: Statements.\(member)First, after: Statements.\(member)After,")
                    source.line("    before: Statements.\(member)Before),")
                }
            }
            source.line("])")
        }
    }
}
