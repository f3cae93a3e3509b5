/// An internal field is a column and nothing more; one that counts is always internal.
struct InternalFieldsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            for field in resource.fields where field.isInternal { unused(field, findings) }
            serials(resource, findings)
        }
    }

    private func unused(_ field: Spec.Field, _ findings: Findings) {
        let uses: [(String, Mark?)] = [
            ("read", field.read.isEmpty ? nil : field.read.span?.start),
            ("write", field.write.isEmpty ? nil : field.write.span?.start), ("filter", field.filter.first?.mark),
            ("sort", field.isSortable ? field.sort?.mark : nil), ("search", field.search?.mark),
            ("completion", field.completion?.mark), ("unique", field.unique?.mark), ("ref", field.reference?.mark),
            ("length", field.rules.length?.mark), ("min", field.rules.minimum?.mark),
            ("max", field.rules.maximum?.mark), ("pattern", field.rules.pattern?.mark),
            ("normalise", field.rules.normalise.first?.mark), ("deprecated", field.deprecation?.mark),
        ]
        for (key, mark) in uses {
            guard let mark else { continue }
            findings.error(
                .contradiction, at: mark, "no caller ever sees or sets an internal field, so `\(key)` says nothing",
                help: "remove `\(key)`, or `internal`")
        }
    }

    private func serials(_ resource: Spec.Resource, _ findings: Findings) {
        let serials = resource.fields.filter { $0.type.value == .serial }
        for field in serials {
            if !field.isInternal {
                findings.error(
                    .contradiction, at: field.type.mark,
                    "a `serial` tells how many records there are, so it is not shown",
                    help: "add `internal: true`")
            }
            if let standard = field.defaultValue {
                findings.error(
                    .contradiction, at: standard.mark, "the database counts a `serial`", help: "remove `default`")
            }
        }
        for field in serials.dropFirst() {
            findings.error(
                .contradiction, at: field.type.mark, "a table has one `serial`, its primary key",
                help: "use `type: int`")
        }
    }
}
