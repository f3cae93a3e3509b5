/// Each column of a table has one use.
struct ColumnsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            var columns: [Located<String>] = resource.onePer == nil ? [] : [resource.key]
            // A former name that another field has is reported as that.
            let names = resource.fields.map(\.name.value)
            columns += resource.fields.filter { !($0.keepsFormerColumn && names.contains($0.column.value)) }
                .map(\.column)
            columns += resource.sections.map(\.name)
            columns += [resource.timestamps.created, resource.timestamps.updated].compactMap { $0 }
            // A version that is not written is the column `row_version`.
            columns.append(resource.version ?? Located("row_version", at: resource.name.span))
            var first: [String: Located<String>] = [:]
            for column in columns {
                guard let other = first.updateValue(first[column.value] ?? column, forKey: column.value) else {
                    continue
                }
                let (earlier, later) = column.mark < other.mark ? (column, other) : (other, column)
                findings.error(
                    .nameUsedTwice, at: later.mark, "the column `\(column.value)` is used twice",
                    help: "give one of them another column: `column: NAME`",
                    notes: [Related(Self.use(of: earlier, in: resource), at: earlier.mark)])
            }
        }
    }

    private static func use(of column: Located<String>, in resource: Spec.Resource) -> String {
        resource.version == nil && column.span == resource.name.span
            ? "it is the version of the resource, unless `version: COLUMN` names another" : "its other use is here"
    }
}
