/// One operation: who may call it, parameters, body, and every status that it may answer.
struct OperationRenderer {
    let route: PlannedRoute
    /// The path in the document.
    let pattern: String
    let contract: Contract
    let resource: Contract.Resource
    let schemas: RecordSchemas
    /// The section that it is about, if any: the document has a path for each.
    let section: Contract.Field?
    /// What the answers lead to; `nil` while that is found out.
    private(set) var targets: LinkTargets?

    private init(_ route: PlannedRoute, _ contract: Contract, section: Contract.Field? = nil) {
        self.route = route
        self.contract = contract
        self.section = section
        pattern = section.map { route.pattern.replacing("{section}", with: $0.name) } ?? route.pattern
        resource = contract.resources[route.resource]
        schemas = RecordSchemas(resource, contract)
    }

    /// The operations of a route: one, or one for each section, since their bodies differ.
    private static func all(of route: PlannedRoute, _ contract: Contract) -> [OperationRenderer] {
        let whole = OperationRenderer(route, contract)
        guard whole.isSection else { return [whole] }
        return whole.resource.sections.map { OperationRenderer(route, contract, section: $0.field) }
    }

    /// The operations of all routes, with the links between them.
    static func all(of routes: [PlannedRoute], _ contract: Contract) -> [OperationRenderer] {
        var operations = routes.flatMap { all(of: $0, contract) }
        let targets = LinkTargets(operations, contract)
        for place in operations.indices { operations[place].targets = targets }
        return operations
    }

    var operation: JSONTree {
        JSONTree.object([
            ("operationId", .string(OperationName.of(route.method.rawValue, pattern))), ("summary", .string(summary)),
            ("tags", .words([resource.name])),
        ])
        .adding("security", allowsAnyone ? .array([.object([]), bearer]) : nil)
        .adding("x-roles", contract.names(of: allowed))
        .adding("parameters", parameters.isEmpty ? nil : .array(parameters))
        .adding("requestBody", requestBody)
        .adding("responses", responses)
    }

    private var bearer: JSONTree { .object([("bearer", .array([]))]) }

    private var summary: String {
        let name = resource.name
        return switch route.action {
        case .read: "Read \(resource.phrase)"
        case .write: "Change \(resource.phrase)"
        case .readOwn: "Read the caller's own \(name)"
        case .writeOwn: "Change the caller's own \(name)"
        case .readSection: "Read \(section?.name ?? "a section") of \(name)"
        case .writeSection: "Change \(section?.name ?? "a section") of \(name)"
        case .list: "List \(name) records"
        case .create: "Create \(resource.phrase)"
        case .delete: "Delete \(resource.phrase)"
        case .operate(let place, _): contract.operations[place].summary(of: resource)
        }
    }

    // MARK: Who may

    /// The roles that are let in. Which of them a caller has may depend on the record.
    var allowed: Contract.RoleBits {
        switch route.action {
        case .read, .readOwn, .readSection: resource.access.read
        case .write, .writeOwn: resource.access.update
        case .writeSection: resource.access.update.intersection(section?.write ?? resource.access.update)
        case .list: resource.access.list
        case .create: resource.access.create
        case .delete: resource.access.delete
        case .operate(let place, let target): contract.allowed(contract.operations[place], target)
        }
    }

    /// Whether no token is needed.
    var allowsAnyone: Bool {
        !allowed.intersection(contract.bits { $0.kind == .anyone }).isEmpty && !isOwn
    }

    /// Whether the route is about the caller's own record, which needs a caller.
    var isOwn: Bool {
        switch route.action {
        case .readOwn, .writeOwn, .read(.caller), .write(.caller), .readSection(.caller), .writeSection(.caller),
            .operate(_, .caller):
            true
        default: false
        }
    }

    var isRead: Bool {
        switch route.action {
        case .read, .readOwn, .readSection: true
        default: false
        }
    }

    /// Whether the route changes a record that is there.
    var isChange: Bool {
        switch route.action {
        case .write, .writeOwn, .writeSection, .delete: true
        case .operate(let place, let target): contract.operations[place].changes(target)
        default: false
        }
    }

    var isDeletion: Bool {
        if case .delete = route.action { true } else { false }
    }

    var isSection: Bool {
        switch route.action {
        case .readSection, .writeSection: true
        default: false
        }
    }

    /// Whether `fields=` and `include=` are taken.
    var takesSelection: Bool {
        switch route.action {
        case .read, .readOwn: true
        default: false
        }
    }
}
