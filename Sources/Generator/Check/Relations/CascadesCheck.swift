/// A deletion that takes other records along comes to an end: no resource is reached from itself.
struct CascadesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        // By the resource that is deleted: those whose records go with it.
        var children: [String: [String]] = [:]
        var places: [(target: String, child: String, mark: Mark)] = []
        for resource in spec.resources {
            for field in resource.fields {
                guard let rule = field.onDelete, rule.value == .cascade,
                    case .resource(let target) = field.reference?.value
                else { continue }
                children[target, default: []].append(resource.name.value)
                places.append((target, resource.name.value, rule.mark))
            }
        }
        for place in places where Self.reaches(place.target, from: place.child, children) {
            findings.error(
                .cascadeCycle, at: place.mark,
                place.target == place.child
                    ? "a deletion would go on from `\(place.child)` to `\(place.child)`"
                    : "a deletion would come back from `\(place.child)` to `\(Words.shown(place.target))`",
                help: "write `on_delete: restrict`, or `on_delete: null` for an optional field")
        }
    }

    private static func reaches(_ target: String, from child: String, _ children: [String: [String]]) -> Bool {
        var seen: Set<String> = []
        var open = [child]
        while let next = open.popLast() {
            if next == target { return true }
            if seen.insert(next).inserted { open += children[next] ?? [] }
        }
        return false
    }
}
