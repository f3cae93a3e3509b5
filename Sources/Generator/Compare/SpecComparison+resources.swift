extension SpecComparison {
    mutating func compareResources() {
        for (index, resource) in old.contract.resources.enumerated() {
            guard let place = new.contract.resources.firstIndex(where: { $0.name == resource.name }) else {
                report(.resourceRemoved, resource.name, "the resource `\(resource.name)` is gone")
                continue
            }
            let other = new.contract.resources[place]
            compareRoutes(resource, index, place)
            compareOperationRights(resource, other)
            compareFields(resource, other)
            compareChecks(resource, other)
            compareProblems(resource.problems, other.problems, resource.name)
            compareVisibility(resource, other)
            compareList(resource, other)
        }
        for resource in new.contract.resources where old.contract.resource(named: resource.name) == nil {
            report(.resourceAdded, resource.name, "the resource `\(resource.name)` is new")
        }
    }

    /// A route is the same when it has the same method and the same place below its resource; where that is, is compared
    /// by itself.
    private mutating func compareRoutes(_ resource: Contract.Resource, _ before: Int, _ after: Int) {
        let other = new.contract.resources[after]
        let olds = old.routes.filter { $0.resource == before }
        let news = new.routes.filter { $0.resource == after }
        let (known, served) = (olds.map { place($0, resource, old) }, news.map { place($0, other, new) })
        if resource.path != other.path {
            report(
                .pathChanged, resource.name, at: "path",
                "`\(old.contract.base)\(resource.path)` is `\(new.contract.base)\(other.path)` now")
        }
        for (route, place) in zip(olds, known) where !served.contains(place) {
            report(.routeRemoved, resource.name, "`\(route.method.rawValue) \(route.pattern)` is gone")
        }
        for (route, place) in zip(news, served) where !known.contains(place) {
            report(.routeAdded, resource.name, "`\(route.method.rawValue) \(route.pattern)` is new")
        }
        if other.requiresMatch != resource.requiresMatch {
            report(
                other.requiresMatch ? .matchNowRequired : .matchNoLongerRequired, resource.name, at: "if_match",
                "a change of `\(resource.name)` \(other.requiresMatch ? "needs an `If-Match` now" : "needs no `If-Match` any more")"
            )
        }
        if resource.key != other.key {
            report(
                .keyChanged, resource.name, at: "key",
                "records were named by `\(resource.key)` and are by `\(other.key)`")
        }
    }

    /// `GET ~/{id}`, with `~` for the resource's path below the base.
    private func place(_ route: PlannedRoute, _ resource: Contract.Resource, _ side: Side) -> String {
        let base = side.contract.base
        var pattern = String(route.pattern.dropFirst(route.pattern.hasPrefix(base) ? base.count : 0))
        let own = resource.path.split(separator: "/").map { $0 == "{id}" ? "/me" : "/" + $0 }.joined()
        for (path, mark) in [(resource.path, "~"), (own, "~me")] {
            guard let range = pattern.firstRange(of: path) else { continue }
            pattern.replaceSubrange(range, with: mark)
            break
        }
        return "\(route.method.rawValue) \(pattern)"
    }

    private mutating func compareOperationRights(_ before: Contract.Resource, _ after: Contract.Resource) {
        let operations: [(String, KeyPath<Contract.Access, Contract.RoleBits>)] = [
            ("read", \.read), ("list", \.list), ("create", \.create), ("update", \.update), ("delete", \.delete),
        ]
        for (word, list) in operations {
            let change = rights(before.access[keyPath: list], after.access[keyPath: list])
            if let taken = change.taken {
                report(
                    .operationRightTaken, before.name, at: "allow.\(word)",
                    "`\(before.name)`: \(taken) may no longer \(word)")
            }
            if let given = change.given {
                report(
                    .operationRightGiven, before.name, at: "allow.\(word)", "`\(before.name)`: \(given) may \(word) now"
                )
            }
        }
    }
}
