/// A filter finds its records by an index: one that compares values holds only values up to a length.
struct FilterIndexCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        // The lookup of an encrypted value is as short for a long one.
        for field in spec.resources.flatMap(\.shownFields) where field.typeIsKnown && field.encryption == nil {
            guard let most = field.type.value.mostCharacters(field.rules), most > IndexEntry.mostCharacters,
                field.type.value != .text,
                let filter = field.filter.first(where: { Self.compares($0.value) })
            else { continue }
            findings.error(
                .filterWithoutIndex, at: filter.mark,
                "no index serves `\(filter.value.rawValue)` on a value of up to \(most) characters",
                help: "bound it: `length: ..\(IndexEntry.mostCharacters)`",
                notes: field.rules.length.map { [Related("its length is here", at: $0.mark)] } ?? [])
        }
    }

    /// `co` and `ew` look into a value by its parts, `pr` only whether there is one.
    private static func compares(_ filter: Spec.FilterOperator) -> Bool {
        switch filter {
        case .eq, .ne, .sw, .gt, .ge, .lt, .le, .in: true
        case .co, .ew, .pr: false
        }
    }
}
