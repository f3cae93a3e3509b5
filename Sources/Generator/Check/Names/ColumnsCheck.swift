/// Each column of a table has one use.
struct ColumnsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            var columns: [Located<String>] = resource.onePer == nil ? [] : [resource.key]
            columns += resource.fields.map(\.column) + resource.sections.map(\.name)
            columns += [resource.timestamps.created, resource.timestamps.updated].compactMap { $0 }
            // A version that is not written is the column `row_version`.
            columns.append(resource.version ?? Located("row_version", at: resource.name.span))
            var first: [String: Located<String>] = [:]
            for column in columns {
                guard let other = first.updateValue(first[column.value] ?? column, forKey: column.value) else {
                    continue
                }
                findings.error(
                    .nameUsedTwice, at: max(column.mark, other.mark), "the column `\(column.value)` is used twice",
                    help: "its other use is in line \(min(column.mark, other.mark).line)")
            }
        }
    }
}
