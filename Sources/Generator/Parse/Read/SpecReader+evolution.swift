extension SpecReader {
    func removedFields(_ node: YAMLNode) -> [Spec.RemovedField] {
        (entries(node, "`removed`") ?? []).compactMap { entry in
            guard let map = MapReader(entry.value, .removedField, findings) else { return nil }
            let column = map.value("column").flatMap { text($0, "a column") }
            let since = map.value("since").flatMap { date($0, "`since`") }
            return since.map { Spec.RemovedField(name: entry.key, column: column ?? entry.key, since: $0) }
        }
    }

    func removedResources(_ node: YAMLNode) -> [Spec.RemovedResource] {
        (entries(node, "`removed`") ?? []).compactMap { entry in
            guard let map = MapReader(entry.value, .removedResource, findings) else { return nil }
            let table = map.value("table").flatMap { text($0, "the table") }
            let since = map.value("since").flatMap { date($0, "`since`") }
            guard let table, let since else { return nil }
            return Spec.RemovedResource(name: entry.key, table: table, since: since)
        }
    }

    /// `true`, or a map with what clients are told.
    func deprecation(_ node: YAMLNode) -> Located<Spec.Deprecation>? {
        guard case .mapping = node.content else {
            guard let flag = flag(node, "`deprecated`"), flag.value else { return nil }
            return Located(Spec.Deprecation(), at: node.span)
        }
        guard let map = MapReader(node, .deprecation, findings) else { return nil }
        let deprecation = Spec.Deprecation(
            since: map.value("since").flatMap { date($0, "`since`") },
            sunset: map.value("sunset").flatMap { date($0, "`sunset`") },
            use: map.value("use").flatMap { text($0, "a field") })
        return Located(deprecation, at: node.span)
    }

    /// The name alone, or with the days of its end.
    func formerName(_ node: YAMLNode) -> Spec.FormerName? {
        guard case .mapping = node.content else { return text(node, "a name").map { Spec.FormerName(name: $0) } }
        guard let map = MapReader(node, .formerName, findings) else { return nil }
        let since = map.value("since").flatMap { date($0, "`since`") }
        let sunset = map.value("sunset").flatMap { date($0, "`sunset`") }
        let name = map.value("name").flatMap { text($0, "a name") }
        return name.map { Spec.FormerName(name: $0, since: since, sunset: sunset) }
    }

    func customFields(_ node: YAMLNode) -> [Spec.CustomFields] {
        (entries(node, "`custom_fields`") ?? []).compactMap { entry in
            guard let map = MapReader(entry.value, .customFields, findings) else { return nil }
            let fields = map.value("spec").flatMap { entries($0, "`spec`") } ?? []
            let read = fields.map { field(named: $0.key, $0.value) }
            return Spec.CustomFields(
                resource: entry.key, fields: read, planned: planned(map, of: entry.key) + read.planned(of: entry.key))
        }
    }

    /// `2026-11-01`
    private func date(_ node: YAMLNode, _ what: String) -> Located<String>? {
        guard let text = text(node, what) else { return nil }
        if CalendarText.days(text.value) != nil { return text }
        findings.error(
            .malformedValue, at: text.mark, "`\(Words.shown(text.value))` is not a date",
            help: "write a date such as `2026-11-01`")
        return nil
    }
}

extension Spec.Resource {
    /// Adds the fields under `custom_fields` whose names are free; `CustomFieldsCheck` reports the others. A list can be
    /// sorted by those that are sortable: whoever adds them may not reach the line where its orders stand.
    mutating func add(_ fields: [Spec.Field]) {
        let free = fields.filter { field in !takenNames.contains(field.name.value) }
        self.fields += free
        let sorted = Set(list?.sort.map(\.value.field) ?? [])
        for field in free where field.isSortable && !field.isInternal && !sorted.contains(field.name.value) {
            guard let sort = field.sort else { continue }
            list?.sort.append(sort.map { _ in Spec.SortKey(field: field.name.value, isDescending: false) })
        }
    }

    /// What stands in the JSON of the resource or has a column under its own name.
    var takenNames: [String] {
        fields.map(\.name.value) + sections.map(\.name.value)
            + [timestamps.created, timestamps.updated, version].compactMap { $0?.value }
    }
}
