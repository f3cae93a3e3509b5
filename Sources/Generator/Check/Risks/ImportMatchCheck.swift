/// A line of a file is about one record, so what it finds the record by is a value that only one has.
struct ImportMatchCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for file in spec.imports {
            guard let match = file.match,
                let resource = spec.resources.first(where: { $0.name.value == file.resource.value }),
                let field = resource.field(named: match.value), field.unique == nil,
                field.name.value != resource.key.value
            else { continue }
            let unique = resource.fields.filter { $0.unique != nil || $0.name.value == resource.key.value }
            findings.error(
                .ambiguousMatch, at: match.mark,
                "several records may have the same `\(match.value)`, and a line of the file is about one",
                help: "match \(Words.list(unique.map(\.name.value))), or write `unique: true` at the field",
                notes: [Related("the field is here", at: field.name.mark)])
        }
    }
}
