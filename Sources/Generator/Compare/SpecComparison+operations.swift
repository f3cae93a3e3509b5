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
            compareProblems(operation.problems, other.problems, subject)
        }
    }

    /// What functions by hand may refuse a request with. The title is for people.
    mutating func compareProblems(_ before: [Contract.Problem], _ after: [Contract.Problem], _ subject: String) {
        for problem in after {
            let place = "problems.\(problem.code)"
            guard let other = before.first(where: { $0.code == problem.code }) else {
                report(.problemAdded, subject, at: place, "it may be refused with \(problem.status) `\(problem.code)`")
                continue
            }
            guard other.status != problem.status else { continue }
            report(
                .problemChanged, subject, at: place,
                "`\(problem.code)` was \(other.status) and is \(problem.status)")
        }
        for problem in before where !after.contains(where: { $0.code == problem.code }) {
            report(
                .problemRemoved, subject, at: "problems.\(problem.code)",
                "it is no longer refused with \(problem.status) `\(problem.code)`")
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
