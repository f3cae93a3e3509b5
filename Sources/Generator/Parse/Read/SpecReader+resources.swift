extension [Spec.Field] {
    /// The words of the fields that are not served yet, said of their resource.
    func planned(of resource: Located<String>) -> [Spec.Planned] {
        flatMap(\.planned).map { Spec.Planned(word: $0.word, resource: resource, mentions: $0.mentions) }
    }
}

extension SpecReader {
    func resource(named name: Located<String>, _ node: YAMLNode) -> Spec.Resource? {
        guard let map = MapReader(node, .resource, findings) else { return nil }
        let table = map.value("table").flatMap { text($0, "the table") }
        let path = map.value("path").flatMap { text($0, "the path") }
        let key = map.value("key").flatMap { text($0, "the key") }
        let onePer = map.value("one_per").flatMap { text($0, "`one_per`") }
        let allow = allow(map.value("allow"))
        let version = map.value("version").flatMap { text($0, "the version column") }
        let matchRule = map.value("if_match").flatMap { word($0, "a rule for `If-Match`", as: Spec.MatchRule.self) }
        let timestamps = timestamps(map.value("timestamps"))
        let written = map.value("fields")
        let fields = written.flatMap { entries($0, "`fields`") }
        let resource = (
            fields: (fields ?? []).map { field(named: $0.key, $0.value) },
            visibility: map.value("visibility").flatMap(visibility), list: map.value("list").flatMap(list),
            cache: map.value("cache").flatMap(cache), sections: sections(map.value("sections"))
        )
        let hooks = hooks(map.value("hooks"))
        guard let table, let path, let key else { return nil }
        // Without what is there and cannot be read, whatever needs it would look wrong.
        guard resource.visibility != nil || map.key("visibility") == nil else { return nil }
        guard fields != nil || written == nil else { return nil }
        guard resource.list != nil || map.key("list") == nil else { return nil }
        return Spec.Resource(
            name: name, description: map.value("description").flatMap { text($0, "a description") }, table: table,
            path: path, key: key, onePer: onePer, allow: allow, version: version, matchRule: matchRule,
            timestamps: timestamps, fields: resource.fields, visibility: resource.visibility, list: resource.list,
            cache: resource.cache, sections: resource.sections,
            removed: map.value("removed").map(removedFields) ?? [],
            planned: planned(map, of: name) + resource.fields.planned(of: name),
            hooks: hooks.hooks, problems: hooks.problems,
            eventNames: (map.value("events").flatMap { silent.entries($0, "`events`") } ?? []).map {
                "\(name.value).\($0.key.value)"
            },
            conditions: conditions(map.value("check")))
    }

    /// `[created_at, updated_at]`, or `{created: …, updated: …}` with one of them or both.
    private func timestamps(_ node: YAMLNode?) -> Spec.Timestamps {
        guard let node else { return Spec.Timestamps() }
        if case .sequence(let items) = node.content {
            guard items.count == 2 else {
                findings.error(
                    .wrongShape, at: node.mark, "`timestamps` names two columns, and this list has \(items.count)",
                    help: "write `[created_at, updated_at]`, or `{updated: updated_at}` for one of them")
                return Spec.Timestamps()
            }
            return Spec.Timestamps(created: text(items[0], "a column"), updated: text(items[1], "a column"))
        }
        let map = MapReader(node, .timestamps, findings)
        return Spec.Timestamps(
            created: map?.value("created").flatMap { text($0, "a column") },
            updated: map?.value("updated").flatMap { text($0, "a column") })
    }

    private func list(_ node: YAMLNode) -> Spec.List? {
        guard let map = MapReader(node, .list, findings) else { return nil }
        let orders = map.value("sort")
        let sort = orders.map(items)?.compactMap { text($0, "a field to sort by") } ?? []
        if let orders, case .sequence(let items) = orders.content, items.isEmpty {
            findings.error(
                .missingKey, at: orders.mark, "a list has at least one order", help: "write `sort: [FIELD]`")
        }
        let page = map.value("page").flatMap { MapReader($0, .page, findings) }
        let standard = page?.value("default").flatMap { integer($0, "`default`") }
        let maximum = page?.value("max").flatMap { integer($0, "`max`") }
        return Spec.List(
            sort: sort.map { key in
                let isDescending = key.value.hasPrefix("-")
                let field = isDescending ? String(key.value.dropFirst()) : key.value
                return key.map { _ in Spec.SortKey(field: field, isDescending: isDescending) }
            },
            defaultLimit: standard ?? Located(25, at: map.span),
            maximumLimit: maximum ?? Located(200, at: map.span))
    }

    private func cache(_ node: YAMLNode) -> Spec.Cache? {
        let map = MapReader(node, .cache, findings)
        let ttl = map?.value("ttl").flatMap { timeSpan($0, "`ttl`") }
        let negative = map?.value("negative").flatMap { timeSpan($0, "`negative`") }
        return ttl.map { Spec.Cache(ttl: $0, negative: negative) }
    }
}
