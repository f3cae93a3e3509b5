/// What goes, and what changes, with one record that is deleted: the records that refer to it, as their `on_delete` says,
/// and those that refer to these.
///
/// The database's own rule is that nothing may refer to what is not there; the statement does the rest itself, so that it
/// knows every record that it touched. A cascade of the database would leave the children in the caches.
struct DeletionPlan {
    /// The references of one resource to records that are deleted.
    struct Step {
        /// The resource's place in the contract.
        let place: Int
        let resource: Contract.Resource
        /// The fields whose record takes this one with it, each with the name of the deletion that it refers to.
        var cascades: [(field: Contract.Field, deletion: String)] = []
        /// The fields that are cleared.
        var clears: [(field: Contract.Field, deletion: String)] = []

        var deletion: String { "deleted_\(place)" }
        var clearing: String { "cleared_\(place)" }
    }

    /// In an order in which each step comes after the deletions that it refers to.
    let steps: [Step]

    init(_ root: Contract.Resource, in contract: Contract) {
        // By resource; the root is the first, and the others follow when all that take them along are known.
        var deletions = [root.name: "changed"]
        var open = Self.reached(from: root, in: contract)
        var steps: [Step] = []
        while let next = open.first(where: { place in
            contract.resources[place].targets(where: { $0 == .cascade }).allSatisfy { target in
                deletions[target] != nil || !open.contains { contract.resources[$0].name == target }
            }
        }) {
            open.removeAll { $0 == next }
            let step = Step(contract.resources[next], next, deletions)
            deletions[step.resource.name] = step.deletion
            steps.append(step)
        }
        let deleted = Set(steps.map(\.place))
        for index in steps.indices { steps[index].clears = Step.clears(steps[index].resource, deletions) }
        for (place, resource) in contract.resources.enumerated() where !deleted.contains(place) {
            let step = Step(resource, place, deletions)
            if !step.clears.isEmpty { steps.append(step) }
        }
        self.steps = steps
    }

    /// The places of the resources whose records go with one of `root`, directly or not.
    private static func reached(from root: Contract.Resource, in contract: Contract) -> [Int] {
        var names: Set<String> = [root.name]
        var places: [Int] = []
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for (place, resource) in contract.resources.enumerated() where !names.contains(resource.name) {
                guard resource.targets(where: { $0 == .cascade }).contains(where: names.contains) else { continue }
                names.insert(resource.name)
                places.append(place)
                isGrowing = true
            }
        }
        return places
    }
}

extension DeletionPlan.Step {
    fileprivate init(_ resource: Contract.Resource, _ place: Int, _ deletions: [String: String]) {
        self.place = place
        self.resource = resource
        self.cascades = Self.fields(resource, .cascade, deletions)
        self.clears = Self.clears(resource, deletions)
    }

    fileprivate static func clears(
        _ resource: Contract.Resource, _ deletions: [String: String]
    ) -> [(field: Contract.Field, deletion: String)] {
        fields(resource, .null, deletions)
    }

    private static func fields(
        _ resource: Contract.Resource, _ rule: Spec.OnDelete, _ deletions: [String: String]
    ) -> [(field: Contract.Field, deletion: String)] {
        resource.fields.compactMap { field in
            guard case .resource(let name, onDelete: rule) = field.reference, let deletion = deletions[name] else {
                return nil
            }
            return (field, deletion)
        }
    }
}

extension Contract.Resource {
    /// The resources that fields refer to by a rule.
    fileprivate func targets(where holds: (Spec.OnDelete) -> Bool) -> [String] {
        fields.compactMap { field in
            guard case .resource(let name, let rule) = field.reference, holds(rule) else { return nil }
            return name
        }
    }
}
