/// A list is sorted by fields that have an order, an index, and readers who see all of it.
struct ListCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            guard let list = resource.list else { continue }
            let sortable = SortableNames(resource)
            var first: [String: Mark] = [:]
            for order in list.sort {
                self.order(order, sortable, findings)
                let name = (order.value.isDescending ? "-" : "") + order.value.field
                guard let other = first.updateValue(order.mark, forKey: name) else { continue }
                findings.error(
                    .nameUsedTwice, at: order.mark, "the order `\(Words.shown(name))` is here twice",
                    help: "remove one of them", notes: [Related("the other is here", at: other)])
            }
            unused(list, resource, sortable, findings)
        }
    }

    private func order(_ order: Located<Spec.SortKey>, _ sortable: SortableNames, _ findings: Findings) {
        let name = order.value.field
        guard let field = sortable.fields[name] else {
            guard !sortable.automatic.contains(name) else { return }
            return findings.error(
                .unknownField, at: order.mark, "there is no field `\(Words.shown(name))`",
                help: Words.help(for: name, among: sortable.names, "a list can be sorted by"))
        }
        if !field.isSortable, !sortable.automatic.contains(name) {
            findings.error(
                .sortNotDeclared, at: order.mark, "`\(name)` is not sortable", help: "add `sort: true` to the field",
                notes: [Related("the field is here", at: field.name.mark)])
        }
        if let choice = field.read.visibilities.first {
            findings.error(
                .askedButUnreadable, at: order.mark,
                "the owner decides who sees `\(name)`, and a list in its order tells what is hidden",
                help: "remove it here, or `{visibility: \(Words.shown(choice.value))}` from its readers",
                notes: [Related("the owner's choice is here", at: choice.mark)])
        }
        guard let most = field.type.value.mostCharacters(field.rules), most > IndexEntry.mostCharacters,
            field.typeIsKnown
        else { return }
        findings.error(
            .outOfRange, at: order.mark,
            "`\(name)` may have \(most) characters, and an index takes \(IndexEntry.mostCharacters)",
            help: "bound it: `length: ..\(IndexEntry.mostCharacters)`",
            notes: [Related("the field is here", at: field.name.mark)])
    }

    /// What the orders of a resource's list are looked up in, made once for all of them.
    private struct SortableNames {
        let fields: [String: Spec.Field]
        /// The key and the timestamps, which are sortable without saying so.
        let automatic: [String]
        let names: [String]

        init(_ resource: Spec.Resource) {
            let shown = resource.shownFields
            let timestamps = [resource.timestamps.created, resource.timestamps.updated]
            fields = Dictionary(shown.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
            automatic = timestamps.compactMap { $0?.value } + [resource.key.value]
            names = shown.filter(\.isSortable).map(\.name.value) + automatic
        }
    }

    private func unused(
        _ list: Spec.List, _ resource: Spec.Resource, _ sortable: SortableNames, _ findings: Findings
    ) {
        let sorted = Set(list.sort.map(\.value.field))
        // An order by a name that is not there is probably by one of these.
        guard sorted.allSatisfy({ sortable.fields[$0] != nil || sortable.automatic.contains($0) }) else { return }
        for field in resource.shownFields where field.isSortable && !sorted.contains(field.name.value) {
            guard let sort = field.sort else { continue }
            findings.warning(
                .sortNotDeclared, at: sort.mark, "`list.sort` does not name `\(field.name.value)`",
                help: "add `\(field.name.value)` or `-\(field.name.value)` there, or remove this")
        }
    }
}
