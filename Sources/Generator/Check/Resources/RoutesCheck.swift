/// No request has two routes.
struct RoutesCheck: ContractCheck {
    /// What the server answers by itself, whatever the spec says.
    static let own = [
        "/livez", "/readyz", "/metrics", "/openapi.json", "/api/meta", "/docs", "/docs/reference",
    ]

    func run(_ spec: Spec, _ contract: Contract, _ findings: Findings) {
        var earlier: [(resource: Int?, segments: [Substring])] = Self.own.map { (nil, $0.split(separator: "/")) }
        var reported: Set<Int> = []
        var last: PlannedRoute?
        // Those of operations are for `OperationRoutesCheck`.
        for route in RoutePlan(contract).routes where !route.isOperation {
            // The methods of one path follow each other, and every path is compared with all before it.
            if let last, last.pattern == route.pattern, last.resource == route.resource { continue }
            last = route
            let segments = route.pattern.split(separator: "/")
            let other = earlier.first { $0.resource != route.resource && Self.meet($0.segments, segments) }
            if let other, reported.insert(route.resource).inserted {
                let pattern = "/" + other.segments.joined(separator: "/")
                let owner = other.resource.map { "of `\(contract.resources[$0].name)`" } ?? "of the server itself"
                findings.error(
                    .routesClash, at: spec.resources[route.resource].path.mark,
                    "the route `\(route.pattern)` and `\(pattern)` \(owner) match one request",
                    help: "give the resource another path",
                    notes: other.resource.map {
                        [
                            Related(
                                "`\(contract.resources[$0].name)` has its path here", at: spec.resources[$0].path.mark)
                        ]
                    } ?? [])
            }
            earlier.append((route.resource, segments))
        }
    }

    /// Whether there is a path that both match.
    private static func meet(_ left: [Substring], _ right: [Substring]) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { $0 == $1 || $0.hasPrefix("{") || $1.hasPrefix("{") }
    }
}
