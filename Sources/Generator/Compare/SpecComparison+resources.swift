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
            compareVisibility(resource, other)
            compareList(resource, other)
        }
        for resource in new.contract.resources where old.contract.resource(named: resource.name) == nil {
            report(.resourceAdded, resource.name, "the resource `\(resource.name)` is new")
        }
    }

    /// A route is the same when it does the same by the same method; where it is then tells whether the path has changed.
    private mutating func compareRoutes(_ resource: Contract.Resource, _ before: Int, _ after: Int) {
        let olds = old.routes.filter { $0.resource == before }
        let news = new.routes.filter { $0.resource == after }
        var hasMoved = false
        for route in olds {
            guard let other = news.first(where: { $0.method == route.method && $0.action == route.action }) else {
                report(.routeRemoved, resource.name, "`\(route.method.rawValue) \(route.pattern)` is gone")
                continue
            }
            let moved = below(route.pattern, old) != below(other.pattern, new)
            if moved, !hasMoved {
                report(
                    .pathChanged, resource.name, at: "path", "`\(route.pattern)` is `\(other.pattern)` now")
                hasMoved = true
            }
        }
        for route in news where !olds.contains(where: { $0.method == route.method && $0.action == route.action }) {
            report(.routeAdded, resource.name, "`\(route.method.rawValue) \(route.pattern)` is new")
        }
        if resource.key != new.contract.resources[after].key {
            report(
                .keyChanged, resource.name, at: "key",
                "records were named by `\(resource.key)` and are by `\(new.contract.resources[after].key)`")
        }
    }

    /// A pattern without the base, whose change is told once.
    private func below(_ pattern: String, _ side: Side) -> Substring {
        pattern.dropFirst(pattern.hasPrefix(side.contract.base) ? side.contract.base.count : 0)
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
