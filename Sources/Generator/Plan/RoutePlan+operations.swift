extension RoutePlan {
    static func operations(_ contract: Contract) -> [PlannedRoute] {
        contract.operations.enumerated().flatMap { place, operation -> [PlannedRoute] in
            guard let index = contract.resources.firstIndex(where: { $0.name == operation.resource }) else { return [] }
            let resource = contract.resources[index]
            return switch operation.kind {
            case .move: moves(operation, place, resource, index, contract)
            case .call(let call): calls(call, operation, place, resource, index, contract)
            }
        }
    }

    /// Who may move a record by the words of a token does so below `/admin`; who may since it is the own one, at `me`. For
    /// records that are nobody's there is one place.
    private static func moves(
        _ operation: Contract.Operation, _ place: Int, _ resource: Contract.Resource, _ index: Int,
        _ contract: Contract
    ) -> [PlannedRoute] {
        let segment = "/" + Contract.Operation.segment(operation.name)
        func route(_ pattern: String, _ target: PlannedRoute.Target) -> PlannedRoute {
            PlannedRoute(pattern: pattern, method: .post, action: .operate(place, target), resource: index)
        }
        guard resource.hasOwnRoute else {
            return [route(contract.base + resource.path + "/{id}" + segment, .parameter)]
        }
        var routes: [PlannedRoute] = []
        if !operation.allow.intersection(contract.ownRoles(of: resource)).isEmpty {
            routes.append(route(contract.base + resource.path + "/me" + segment, .caller))
        }
        if !operation.allow.subtracting(contract.ownRoles(of: resource)).isEmpty {
            routes.append(route(contract.base + "/admin" + resource.path + "/{id}" + segment, .parameter))
        }
        return routes
    }

    /// Where the spec says. A path with the record's `{id}` is there with `me`, too, for a resource that has it.
    private static func calls(
        _ call: Contract.Operation.Call, _ operation: Contract.Operation, _ place: Int, _ resource: Contract.Resource,
        _ index: Int, _ contract: Contract
    ) -> [PlannedRoute] {
        let path = contract.base + call.path
        // The words for methods are those of HTTP in both.
        let method = PlannedRoute.Method(rawValue: call.method.rawValue) ?? .post
        func route(_ pattern: String, _ target: PlannedRoute.Target?) -> PlannedRoute {
            PlannedRoute(pattern: pattern, method: method, action: .operate(place, target), resource: index)
        }
        guard path.contains("{id}") else { return [route(path, nil)] }
        guard resource.hasOwnRoute else { return [route(path, .parameter)] }
        let own = path.split(separator: "/").map { $0 == "{id}" ? "/me" : "/" + $0 }.joined()
        return [route(own, .caller), route(path, .parameter)]
    }
}

extension PlannedRoute {
    var isOperation: Bool {
        if case .operate = action { true } else { false }
    }
}

extension Contract {
    /// Who is let in by a route of the operation: below `/admin`, a relation to the record lets nobody in.
    func allowed(_ operation: Operation, _ target: PlannedRoute.Target?) -> RoleBits {
        guard operation.isMove, let resource = resource(named: operation.resource), resource.hasOwnRoute else {
            return operation.allow
        }
        let own = ownRoles(of: resource)
        return target == .caller ? operation.allow.intersection(own) : operation.allow.subtracting(own)
    }
}

extension Contract.RoleBits {
    func subtracting(_ other: Contract.RoleBits) -> Contract.RoleBits {
        Contract.RoleBits(rawValue: rawValue & ~other.rawValue)
    }
}
