/// A field has readers, or says that it has none; and only what is read may be asked about.
struct ReadersCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            for field in resource.shownFields where field.read.isEmpty {
                if field.read.span == nil {
                    findings.warning(
                        .readByNobody, at: field.name.mark, "nobody reads `\(field.name.value)`",
                        help: "add `read: ROLE`, or `read: none` if that is meant")
                }
                uses(of: field, findings)
            }
        }
    }

    private func uses(of field: Spec.Field, _ findings: Findings) {
        let uses: [(String, Mark?)] = [
            ("filter by", field.filter.first?.mark), ("sort by", field.isSortable ? field.sort?.mark : nil),
            ("search in", field.search?.mark),
        ]
        for (use, mark) in uses {
            guard let mark else { continue }
            findings.error(
                .askedButUnreadable, at: mark, "nobody reads `\(field.name.value)`, so nobody may \(use) it",
                help: "add `read: ROLE`, or remove this")
        }
    }
}
