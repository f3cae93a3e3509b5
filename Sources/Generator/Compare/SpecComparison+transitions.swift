extension SpecComparison {
    /// What a body may set after what, and first.
    mutating func compareTransitions(_ before: Contract.Field, _ after: Contract.Field, _ subject: String) {
        guard case .choice(let old) = before.type, case .choice(let new) = after.type else { return }
        // Of a value that came or went something else is told.
        let values = old.filter(new.contains)
        for from in values {
            for to in values where from != to {
                let (was, isNow) = (before.admits(from, to), after.admits(from, to))
                guard was != isNow else { continue }
                report(
                    was ? .transitionRemoved : .transitionAdded, subject, at: "transitions.\(from)",
                    "`\(subject)` can \(was ? "no longer " : "")go from `\(from)` to `\(to)`\(was ? "" : " now")")
            }
        }
        for value in values where before.begins(with: value) != after.begins(with: value) {
            let was = before.begins(with: value)
            report(
                was ? .beginningRemoved : .beginningAdded, subject, at: "initial",
                "`\(subject)` can \(was ? "no longer " : "")begin as `\(value)`\(was ? "" : " now")")
        }
    }
}

extension Contract.Field {
    fileprivate func admits(_ from: String, _ to: String) -> Bool {
        transitions.map { $0.pairs.contains { $0.from == from && $0.to == to } } ?? true
    }

    fileprivate func begins(with value: String) -> Bool {
        transitions.map { $0.initial.isEmpty || $0.initial.contains(value) } ?? true
    }
}
