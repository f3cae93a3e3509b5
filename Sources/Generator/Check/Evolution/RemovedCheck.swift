/// What is under `removed` is not served any more, and nothing that is served is stored where it was.
struct RemovedCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            for removed in resource.removed { field(removed, of: resource, findings) }
        }
        for removed in spec.removed { self.resource(removed, spec, findings) }
    }

    private func field(_ removed: Spec.RemovedField, of resource: Spec.Resource, _ findings: Findings) {
        let name = removed.name.value
        if resource.takenNames.contains(name) || resource.key.value == name {
            return findings.error(
                .removedAndThere, at: removed.name.mark, "`\(Words.shown(name))` is removed, and is there",
                help: "remove it here, or there")
        }
        let columns = resource.fields.map(\.column.value) + resource.takenNames + [resource.key.value]
        guard columns.contains(removed.column.value) else { return }
        findings.error(
            .removedAndThere, at: removed.column.mark,
            "the column `\(Words.shown(removed.column.value))` is that of something that is there",
            help: "remove it here, or give what is there another column")
    }

    private func resource(_ removed: Spec.RemovedResource, _ spec: Spec, _ findings: Findings) {
        if spec.resources.contains(where: { $0.name.value == removed.name.value }) {
            return findings.error(
                .removedAndThere, at: removed.name.mark,
                "`\(Words.shown(removed.name.value))` is removed, and is there",
                help: "remove it here, or there")
        }
        let tables = spec.resources.map(\.table.value) + [spec.identity.table.value]
        guard tables.contains(removed.table.value) else { return }
        findings.error(
            .removedAndThere, at: removed.table.mark,
            "the table `\(Words.shown(removed.table.value))` is that of something that is there",
            help: "remove it here, or give what is there another table")
    }
}
