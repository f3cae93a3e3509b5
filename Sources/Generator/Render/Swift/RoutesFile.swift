/// `Routes.swift`: the route table.
enum RoutesFile {
    static func render(_ contract: Contract) -> String {
        var source = SwiftSource(imports: ["NIOHTTP1", "Runtime"])
        source.line()
        source.doc("Every route of the spec, over the given stores.")
        let hooks = HookPlan(contract).isEmpty ? "" : ", _ hooks: Hooks"
        source.block("package func apiRoutes(_ services: Services\(hooks)) -> [Route]") { source in
            for resource in contract.resources {
                let own = resource.isHooked ? ", hooks.of\(resource.typeName)" : ""
                source.line("let \(store(resource)) = RecordStore<\(resource.typeName)>(services\(own))")
            }
            for resource in contract.resources { formerNames(resource, contract, &source) }
            source.line("return [")
            source.indented { source in
                for (pattern, routes) in grouped(RoutePlan(contract).routes) {
                    route(pattern, routes, contract, &source)
                }
            }
            source.line("]")
        }
        return source.text
    }

    private static func route(
        _ pattern: String, _ routes: [PlannedRoute], _ contract: Contract, _ source: inout SwiftSource
    ) {
        source.line("Route(")
        source.indented { source in
            source.line("\(SwiftLiteral.quoted(pattern)),")
            source.line("[")
            source.indented { source in
                for route in routes { source.line("(.\(route.method.rawValue), \(endpoint(route, contract))),") }
            }
            source.line("]),")
        }
    }

    /// What its answers have of former names, those of the records that they may take in included.
    private static func formerNames(
        _ resource: Contract.Resource, _ contract: Contract, _ source: inout SwiftSource
    ) {
        let renamed = contract.renamed(in: resource)
        guard !renamed.isEmpty else { return }
        let facts = renamed.map { "\($0.typeName).facts" }.joined(separator: ", ")
        source.line(
            "let \(Naming.member(resource.name))Names = FormerNames(of: \(facts), countedBy: services.formerNameUses)")
    }

    private static func endpoint(_ route: PlannedRoute, _ contract: Contract) -> String {
        let resource = contract.resources[route.resource]
        let plain = plainEndpoint(route, contract)
        guard route.answersRecords(contract), !contract.renamed(in: resource).isEmpty else { return plain }
        return "\(Naming.member(resource.name))Names.beside(\(plain))"
    }

    private static func plainEndpoint(_ route: PlannedRoute, _ contract: Contract) -> String {
        let resource = contract.resources[route.resource]
        let store = store(resource)
        let mode = route.method == .patch ? ".patch" : ".put"
        let parts = contract.resources.filter { $0.onePer == resource.name }.map(Self.store)
        let including = "including: [\(parts.joined(separator: ", "))]"
        switch route.action {
        case .read(let target): return "ReadRecord(\(store), of: .\(target.rawValue), \(including))"
        case .write(let target): return "UpdateRecord(\(store), of: .\(target.rawValue), \(mode))"
        case .readOwn: return "ReadOwnRecord(\(store), \(including), permissions: permissions)"
        case .writeOwn: return "UpdateOwnRecord(\(store), \(mode), \(including), permissions: permissions)"
        case .readSection(let target): return "ReadSection(\(store), of: .\(target.rawValue))"
        case .writeSection(let target): return "UpdateSection(\(store), of: .\(target.rawValue), \(mode))"
        case .delete(let target): return "DeleteRecord(\(store), of: .\(target.rawValue))"
        case .list:
            return "ListRecords(\(store), \(resource.typeName).list, cursors: services.cursors)"
        case .operate(let place, let target): return operate(contract.operations[place], target, store, contract)
        case .create:
            return "CreateRecord(\(store), at: \(SwiftLiteral.quoted(contract.base + resource.path)))"
        }
    }

    private static func operate(
        _ operation: Contract.Operation, _ target: PlannedRoute.Target?, _ store: String, _ contract: Contract
    ) -> String {
        let allowed = RoleSpelling(contract).set(contract.allowed(operation, target))
        let type = Naming.type(operation.resource)
        if case .call = operation.kind {
            let name = SwiftLiteral.quoted(operation.name)
            let refusing = operation.refusalType.map { ", refusing: \($0).self" } ?? ""
            let rest = "allow: \(allowed)\(refusing), by: hooks.\(Naming.declared(operation.name))"
            guard let target else {
                return "AnswerCall(services, \(name), on: \(SwiftLiteral.quoted(operation.resource)), \(rest))"
            }
            return "AnswerRecordCall(\(store), \(name), of: .\(target.rawValue), \(rest))"
        }
        let about = "of: .\((target ?? .parameter).rawValue), allow: \(allowed)"
        return "MoveRecord<\(type), \(operation.inputType)>(\(store), \(type).\(operation.moveName), \(about))"
    }

    private static func store(_ resource: Contract.Resource) -> String {
        Naming.member(resource.name) + "Store"
    }

    private static func grouped(_ routes: [PlannedRoute]) -> [(String, [PlannedRoute])] {
        var groups: [(String, [PlannedRoute])] = []
        for route in routes {
            if let known = groups.firstIndex(where: { $0.0 == route.pattern }) {
                groups[known].1.append(route)
            } else {
                groups.append((route.pattern, [route]))
            }
        }
        return groups
    }
}
