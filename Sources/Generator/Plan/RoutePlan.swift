/// One method of one route, and what it does.
struct PlannedRoute: Equatable {
    enum Method: String { case get = "GET", put = "PUT", patch = "PATCH", post = "POST", delete = "DELETE" }

    /// Which record the route is about.
    enum Target: String { case caller, parameter }

    enum Action: Equatable {
        case read(Target)
        case write(Target)
        /// The caller's own record with what belongs to it.
        case readOwn
        case writeOwn
        case readSection(Target)
        case writeSection(Target)
        case list
        case create
        case delete(Target)
        /// The operation at this place of the contract. Without a target it is about no single record.
        case operate(Int, Target?)
    }

    var pattern: String
    var method: Method
    var action: Action
    /// The resource's place in the contract.
    var resource: Int
}

/// All routes of a contract, in the order of the spec.
///
/// A resource whose key is an identity has `me` beside `{id}`, and lists and creation are for operators and stand below
/// `/admin`; one whose records have keys of their own has them at its own path. One that each record of another has once
/// hangs below it.
struct RoutePlan {
    let routes: [PlannedRoute]

    init(_ contract: Contract) {
        let records = contract.resources.enumerated().flatMap { index, resource in
            resource.onePer == nil
                ? Self.top(resource, index, contract) : Self.nested(resource, index, contract)
        }
        routes = records + Self.operations(contract)
    }

    private static func top(
        _ resource: Contract.Resource, _ index: Int, _ contract: Contract
    ) -> [PlannedRoute] {
        let base = contract.base + resource.path
        let all = resource.keyIsIdentity ? contract.base + "/admin" + resource.path : base
        var routes: [PlannedRoute] = []
        func add(_ pattern: String, _ method: PlannedRoute.Method, _ action: PlannedRoute.Action) {
            routes.append(PlannedRoute(pattern: pattern, method: method, action: action, resource: index))
        }
        if resource.hasOwnRoute {
            add(base + "/me", .get, .readOwn)
            add(base + "/me", .put, .writeOwn)
            add(base + "/me", .patch, .writeOwn)
        }
        add(base + "/{id}", .get, .read(.parameter))
        add(base + "/{id}", .put, .write(.parameter))
        add(base + "/{id}", .patch, .write(.parameter))
        if !resource.access.delete.isEmpty { add(base + "/{id}", .delete, .delete(.parameter)) }
        if resource.list != nil { add(all, .get, .list) }
        if !resource.access.create.isEmpty { add(all, .post, .create) }
        return routes
    }

    /// `/users/{id}/settings`, its sections, and the same with `me`.
    private static func nested(
        _ resource: Contract.Resource, _ index: Int, _ contract: Contract
    ) -> [PlannedRoute] {
        let byID = contract.base + resource.path
        let own = contract.base + Self.own(resource.path)
        var routes: [PlannedRoute] = []
        for (path, target) in [(own, PlannedRoute.Target.caller), (byID, .parameter)] {
            routes.append(.init(pattern: path, method: .get, action: .read(target), resource: index))
            routes.append(.init(pattern: path, method: .put, action: .write(target), resource: index))
            routes.append(.init(pattern: path, method: .patch, action: .write(target), resource: index))
            guard !resource.sections.isEmpty else { continue }
            let section = path + "/{section}"
            routes.append(.init(pattern: section, method: .get, action: .readSection(target), resource: index))
            routes.append(.init(pattern: section, method: .put, action: .writeSection(target), resource: index))
            routes.append(.init(pattern: section, method: .patch, action: .writeSection(target), resource: index))
        }
        return routes
    }

    private static func own(_ path: String) -> String {
        path.split(separator: "/").map { $0 == "{id}" ? "/me" : "/" + $0 }.joined()
    }
}

extension Contract.Resource {
    /// Whether `me` stands for the caller's record: the key is an identity, and the record is nobody's part.
    var hasOwnRoute: Bool {
        onePer == nil && keyIsIdentity
    }
}
