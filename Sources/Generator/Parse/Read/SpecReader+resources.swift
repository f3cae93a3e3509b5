extension SpecReader {
    static let resourceKeys = [
        "description", "table", "path", "key", "one_per", "allow", "version", "timestamps", "fields", "visibility",
        "list", "cache", "sections", "check",
    ]
    static let laterResourceKeys = [
        "soft_delete", "hooks", "if_match", "removed", "custom_fields", "operations", "computed", "events", "retention",
        "organization", "history", "image", "rate_limit",
    ]

    func resource(named name: Located<String>, _ node: YAMLNode) -> Spec.Resource? {
        let map = MapReader(
            node, "a resource", allowed: Self.resourceKeys, later: Self.laterResourceKeys, findings)
        guard let map else { return nil }
        let table = map.required("table").flatMap { text($0, "the table") }
        let path = map.required("path").flatMap { text($0, "the path") }
        let key = map.required("key").flatMap { text($0, "the key") }
        let onePer = map.optional("one_per").flatMap { text($0, "`one_per`") }
        let allow = allow(map.optional("allow"))
        let version = map.optional("version").flatMap { text($0, "the version column") }
        let timestamps = timestamps(map.optional("timestamps"))
        let fields = map.optional("fields").flatMap { entries($0, "`fields`") } ?? []
        let resource = (
            fields: fields.map { field(named: $0.key, $0.value) },
            visibility: map.optional("visibility").flatMap(visibility), list: map.optional("list").flatMap(list),
            cache: map.optional("cache").flatMap(cache), sections: sections(map.optional("sections"))
        )
        guard let table, let path, let key else { return nil }
        // Without what is there and cannot be read, whatever needs it would look wrong.
        guard resource.visibility != nil || map.key("visibility") == nil else { return nil }
        guard resource.list != nil || map.key("list") == nil else { return nil }
        return Spec.Resource(
            name: name, description: map.optional("description").flatMap { text($0, "a description") }, table: table,
            path: path, key: key, onePer: onePer, allow: allow, version: version, timestamps: timestamps,
            fields: resource.fields, visibility: resource.visibility, list: resource.list, cache: resource.cache,
            sections: resource.sections, conditions: conditions(map.optional("check")))
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
        let map = MapReader(node, "`timestamps`", allowed: ["created", "updated"], findings)
        return Spec.Timestamps(
            created: map?.optional("created").flatMap { text($0, "a column") },
            updated: map?.optional("updated").flatMap { text($0, "a column") })
    }

    private func list(_ node: YAMLNode) -> Spec.List? {
        guard let map = MapReader(node, "`list`", allowed: ["sort", "page"], findings) else { return nil }
        let orders = map.required("sort", help: "write `sort: [FIELD]`; the first is the usual order")
        let sort = orders.map(items)?.compactMap { text($0, "a field to sort by") } ?? []
        if let orders, case .sequence(let items) = orders.content, items.isEmpty {
            findings.error(
                .missingKey, at: orders.mark, "a list has at least one order", help: "write `sort: [FIELD]`")
        }
        let page = map.optional("page").flatMap { MapReader($0, "`page`", allowed: ["default", "max"], findings) }
        let standard = page?.optional("default").flatMap { integer($0, "`default`") }
        let maximum = page?.optional("max").flatMap { integer($0, "`max`") }
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
        let map = MapReader(node, "`cache`", allowed: ["ttl", "negative"], findings)
        let ttl = map?.required("ttl", help: "write `ttl: 60s`").flatMap { timeSpan($0, "`ttl`") }
        let negative = map?.optional("negative").flatMap { timeSpan($0, "`negative`") }
        return ttl.map { Spec.Cache(ttl: $0, negative: negative) }
    }
}
