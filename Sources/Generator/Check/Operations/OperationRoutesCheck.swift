/// No request to an operation has another route, too.
struct OperationRoutesCheck: ContractCheck {
    func run(_ spec: Spec, _ contract: Contract, _ findings: Findings) {
        guard !spec.operations.isEmpty else { return }
        var earlier = RoutesCheck.own.map { Door(method: .get, pattern: $0) }
        var reported: Set<Int> = []
        for route in RoutePlan(contract).routes {
            let door = Door(method: route.method, pattern: route.pattern)
            if case .operate(let index, _) = route.action {
                let operation = spec.operations[index]
                // What is wrong with a path is for `CallsCheck`.
                guard operation.path.map({ CallsCheck.isPath($0.value) }) ?? true else { continue }
                if let other = earlier.first(where: door.clashes), reported.insert(index).inserted {
                    findings.error(
                        .operationRoute, at: (operation.path ?? operation.name).mark,
                        "`\(door)` would answer requests for `\(other)`",
                        help: "give the operation another name, or a `path` of its own")
                }
            }
            earlier.append(door)
        }
    }
}

/// A method of a route.
private struct Door: CustomStringConvertible {
    let method: PlannedRoute.Method
    let pattern: String
    /// Split once: every operation is compared with every route before it.
    private let segments: [Substring]

    init(method: PlannedRoute.Method, pattern: String) {
        self.method = method
        self.pattern = pattern
        segments = pattern.split(separator: "/")
    }

    var description: String { "\(method.rawValue) \(pattern)" }

    /// Whether one request can be for both. The fixed `me` goes before `{id}`, as everywhere.
    func clashes(with other: Door) -> Bool {
        if other.pattern == pattern { return other.method == method }
        return other.segments.count == segments.count
            && zip(other.segments, segments).allSatisfy { left, right in
                left == right || [left, right].contains { $0.hasPrefix("{") } && left != "me" && right != "me"
            }
    }
}
