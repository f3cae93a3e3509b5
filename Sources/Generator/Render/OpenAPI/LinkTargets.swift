/// Where the answers of operations lead to: of each resource its routes, and the records that belong to it. Found once for a
/// document, since each of its answers asks for some of them.
struct LinkTargets {
    /// An operation as a link names it.
    struct Target {
        let route: PlannedRoute
        /// In the answer's `links`: `read_profile`.
        let name: String
        let operationID: String
        /// Whether it is about the caller's own record.
        let isOwn: Bool
        /// Whether it reads or changes one record whole.
        let isOfOneRecord: Bool
        let isChange: Bool
    }

    /// By the resource's place in the contract.
    private let routes: [[Target]]
    private let parts: [[Target]]

    init(_ operations: [OperationRenderer], _ contract: Contract) {
        var routes = [[Target]](repeating: [], count: contract.resources.count)
        for operation in operations { routes[operation.route.resource].append(Target(operation)) }
        self.routes = routes
        var parts = [[Target]](repeating: [], count: contract.resources.count)
        for (place, resource) in contract.resources.enumerated() {
            guard let whole = resource.onePer.flatMap({ name in contract.resources.firstIndex { $0.name == name } })
            else { continue }
            parts[whole] += routes[place].filter { $0.route.action == .read(.parameter) }
        }
        self.parts = parts
    }

    /// The operations on one record of a resource.
    /// - Parameter own: whether it is the caller's.
    func records(of resource: Int, own: Bool) -> [Target] {
        routes[resource].filter { $0.isOfOneRecord && $0.isOwn == own }
    }

    /// Those that read what belongs to a record of it.
    func parts(of resource: Int) -> [Target] { parts[resource] }
}

extension LinkTargets.Target {
    fileprivate init(_ operation: OperationRenderer) {
        let route = operation.route
        let verb =
            switch route.method {
            case .get: "read"
            case .put: "replace"
            case .patch: "change"
            case .post: "post"
            case .delete: "delete"
            }
        self.route = route
        name = "\(verb)_\(operation.resource.name)"
        operationID = OperationName.of(route)
        isOwn = operation.isOwn
        isChange = operation.isChange
        isOfOneRecord = (operation.isRead || operation.isChange) && !route.isOperation && !operation.isSection
    }
}
