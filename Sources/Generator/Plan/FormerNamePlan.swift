/// A name that a field had before, with its field.
struct PlannedFormerName {
    var name: Contract.FormerName
    var field: Contract.Field
    /// The field's place in the resource.
    var bit: Int
}

extension Contract.Field {
    var servedFormerNames: [Contract.FormerName] { formerNames.filter { !$0.isOver } }
}

extension Contract.Resource {
    /// All former names that are served, in the order of their fields: a name's place is its bit.
    var servedFormerNames: [PlannedFormerName] {
        fields.enumerated().flatMap { bit, field in
            field.servedFormerNames.map { PlannedFormerName(name: $0, field: field, bit: bit) }
        }
    }
}

extension Contract {
    /// The resources with former names that the answers about `resource` have records of.
    func renamed(in resource: Contract.Resource) -> [Contract.Resource] {
        ([resource] + parts(of: resource)).filter { !$0.servedFormerNames.isEmpty }
    }
}

extension Contract {
    var hasFormerNames: Bool { resources.contains { !$0.servedFormerNames.isEmpty } }
}

extension PlannedRoute {
    /// Whether the answer has records, and so may have former names of their fields.
    func answersRecords(_ contract: Contract) -> Bool {
        switch action {
        case .read, .write, .readOwn, .writeOwn, .list, .create: return true
        case .readSection, .writeSection, .delete: return false
        case .operate(let place, _):
            if case .move = contract.operations[place].kind { return true }
            return false
        }
    }
}
