/// The table of the rules: `rosterc explain`, `docs/diff.md` and the findings are made of it.
extension CompareRule {
    /// A stable word: `field-removed`.
    package var name: String { facts.name }
    package var severity: CompareSeverity { facts.severity }
    /// What it does to clients.
    package var reason: String { facts.reason }
    /// What to do instead, or before.
    package var remedy: String { facts.remedy }

    struct Facts {
        let name: String
        let severity: CompareSeverity
        let reason: String
        let remedy: String

        init(_ name: String, _ severity: CompareSeverity, _ reason: String, do remedy: String) {
            self.name = name
            self.severity = severity
            self.reason = reason
            self.remedy = remedy
        }
    }

    private var facts: Facts {
        switch rawValue {
        case ..<100: apiFacts
        case ..<200: fieldFacts
        case ..<300: valueFacts
        case ..<400: rightFacts
        default: listFacts
        }
    }
}
