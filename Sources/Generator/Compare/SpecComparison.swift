/// Says what the clients of an API meet when a spec takes the place of an older one.
///
/// Both must have been accepted by the checker. What no client can see, such as columns, descriptions and caches, is no
/// difference.
package struct SpecComparison {
    /// One of the two specs.
    struct Side {
        let contract: Contract
        let places: SpecPlaces
        let routes: [PlannedRoute]

        init(_ spec: Spec, path: String) {
            contract = Contract(spec)
            places = SpecPlaces(spec, path: path)
            routes = RoutePlan(contract).routes
        }
    }

    let old: Side
    let new: Side
    private var found: [SpecChange] = []
    /// What the old spec calls the fields that have another name now: `profile.title` was `profile.headline`.
    var formerSubjects: [String: String] = [:]

    /// - Parameters:
    ///   - old: the spec that clients know, and what it is called in findings.
    ///   - new: the one that takes its place.
    package init(_ old: (spec: Spec, path: String), _ new: (spec: Spec, path: String)) {
        self.old = Side(old.spec, path: old.path)
        self.new = Side(new.spec, path: new.path)
        compareRoles()
        compareResources()
        compareOperations()
        compareAPI()
    }

    /// All differences: what breaks first, then in the order of the new spec.
    package var changes: [SpecChange] {
        let order = found.enumerated().sorted { left, right in
            let keys = [left, right].map { each in
                (each.element.rule.severity.rawValue, each.element.new.mark.offset, each.offset)
            }
            return keys[0] < keys[1]
        }
        return order.map(\.element)
    }

    var breaks: Bool { found.contains { $0.rule.severity == .breaking } }

    /// Adds a difference.
    /// - Parameter word: the part of the subject at which it stands: `length`.
    mutating func report(_ rule: CompareRule, _ subject: String, at word: String? = nil, _ message: String) {
        func name(_ subject: String) -> String { word.map { "\(subject).\($0)" } ?? subject }
        found.append(
            SpecChange(
                rule: rule, subject: subject, message: message,
                old: old.places.place(name(formerSubjects[subject] ?? subject)), new: new.places.place(name(subject))))
    }
}
