extension SpecChange {
    /// As people read it: what it is, both places, why it matters and what to do.
    package var rendered: String {
        """
        \(rule.severity.word): \(message) [\(rule) \(rule.name)]
          old: \(old)
          new: \(new)
          why: \(rule.reason)
          do:  \(rule.remedy)
        """
    }
}

/// All differences of two specs, as text or as JSON.
package struct ChangeReport: Sendable {
    package let changes: [SpecChange]

    package init(_ changes: [SpecChange]) {
        self.changes = changes
    }

    package func count(_ severity: CompareSeverity) -> Int {
        changes.count { $0.rule.severity == severity }
    }

    /// Every change, and how many there are.
    package var text: String {
        guard !changes.isEmpty else { return "no client meets a difference\n" }
        let counts = CompareSeverity.allCases.map { "\(count($0)) \($0.word)" }
        return changes.map { $0.rendered + "\n\n" }.joined() + counts.joined(separator: ", ") + "\n"
    }

    package var json: String {
        JSONTree.object([
            ("changes", .array(changes.map(Self.tree))),
            ("counts", .object(CompareSeverity.allCases.map { ($0.word, .integer(count($0))) })),
        ]).text() + "\n"
    }

    private static func tree(_ change: SpecChange) -> JSONTree {
        .object([
            ("rule", .string(change.rule.description)), ("name", .string(change.rule.name)),
            ("severity", .string(change.rule.severity.word)), ("subject", .string(change.subject)),
            ("message", .string(change.message)), ("old", tree(change.old)), ("new", tree(change.new)),
            ("reason", .string(change.rule.reason)), ("remedy", .string(change.rule.remedy)),
        ])
    }

    private static func tree(_ place: SpecChange.Place) -> JSONTree {
        .object([
            ("file", .string(place.path)), ("line", .integer(place.mark.line)), ("column", .integer(place.mark.column)),
        ])
    }
}
