/// A list is filtered, sorted and searched only by those who may read the field of every record in it. Where none but
/// owners read a field, nobody is that, and the word would promise what no caller gets.
struct OwnersAloneCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let owners = Set(
            spec.roles.compactMap { role in if case .owner = role.kind { role.name.value } else { nil } })
        for resource in spec.resources where resource.list != nil && resource.onePer == nil {
            for field in resource.shownFields {
                let readers = field.read.roles
                guard let reader = readers.first, field.read.visibilities.isEmpty,
                    readers.allSatisfy({ owners.contains($0.value) })
                else { continue }
                self.uses(of: field, reader, findings)
            }
        }
    }

    private func uses(of field: Spec.Field, _ reader: Located<String>, _ findings: Findings) {
        let uses: [(String, Mark?)] = [
            ("filtered by", field.filter.first?.mark), ("sorted by", field.isSortable ? field.sort?.mark : nil),
            ("searched in", field.search?.mark),
        ]
        for (use, mark) in uses {
            guard let mark else { continue }
            findings.error(
                .askedByOwnersAlone, at: mark,
                "only the owner reads `\(field.name.value)`, so a list of all records can't be \(use) it",
                help: "add a reader who may list: `read: [\(reader.value), ROLE]`, or remove this",
                notes: [Related("its readers are here", at: reader.mark)])
        }
    }
}
