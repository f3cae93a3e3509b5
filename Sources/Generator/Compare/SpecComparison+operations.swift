extension SpecComparison {
    /// One that is gone or new is a route that is.
    mutating func compareOperations() {
        for operation in old.contract.operations {
            guard let other = new.contract.operations.first(where: { $0.name == operation.name }) else { continue }
            let subject = "operations.\(operation.name)"
            let change = rights(operation.allow, other.allow)
            if let taken = change.taken {
                report(.operationRightTaken, subject, at: "allow", "\(taken) may no longer \(operation.name)")
            }
            if let given = change.given {
                report(.operationRightGiven, subject, at: "allow", "\(given) may \(operation.name) now")
            }
            compareProperties(
                operation.input, other.input, "\(subject).input", isShape: true, isWritten: true, isRead: false)
            compareKinds(operation.kind, other.kind, subject)
        }
    }

    private mutating func compareKinds(
        _ before: Contract.Operation.Kind, _ after: Contract.Operation.Kind, _ subject: String
    ) {
        switch (before, after) {
        case (.move(_, let from, let target), .move(_, let now, let other)):
            for state in from where !now.contains(state) {
                report(.ruleTightened, subject, at: "from", "a record that is `\(state)` no longer takes it")
            }
            for state in now where !from.contains(state) {
                report(.ruleLoosened, subject, at: "from", "a record that is `\(state)` takes it now")
            }
            if target != other {
                report(.typeChanged, subject, at: "to", "it led to `\(target)` and leads to `\(other)`")
            }
        case (.call(let call), .call(let other)):
            compareProperties(
                call.output ?? [], other.output ?? [], "\(subject).output", isShape: false, isWritten: false,
                isRead: true)
        default: report(.typeChanged, subject, "it does something of another kind now")
        }
    }
}
