extension SpecReader {
    func roles(_ node: YAMLNode) -> [Spec.Role]? {
        entries(node, "`roles`")?.map { entry in
            // A role that cannot be read still has its name, so that lists with it are not called wrong too.
            guard let map = MapReader(entry.value, .role, findings) else {
                return Spec.Role(name: entry.key, kind: .token)
            }
            let granting = Spec.AccessList([.role(entry.key)], at: entry.key.span)
            return Spec.Role(
                name: entry.key, kind: roleKind(map) ?? .token, planned: planned(map, by: granting))
        }
    }

    private func roleKind(_ map: MapReader) -> Spec.Role.Kind? {
        let stated = LanguageMap.role.served.compactMap(map.key)
        guard stated.count <= 1 else {
            findings.error(
                .contradiction, at: stated[1].mark, "a role is known by one thing",
                help: "keep one of \(Words.list(stated.map(\.value)))")
            return nil
        }
        if let node = map.value("token") {
            guard let token = flag(node, "`token`") else { return nil }
            return token.value ? .token : .anyone
        }
        if let node = map.value("claim") {
            return text(node, "the word in the token's roles").map { .claim($0) }
        }
        if let node = map.value("when") { return text(node, "the condition").flatMap(ownership) }
        return .anyone
    }

    /// `actor.id == record.FIELD`; the rest of the expression language comes later.
    private func ownership(_ condition: Located<String>) -> Spec.Role.Kind? {
        let words = condition.value.split(separator: " ").map(String.init)
        let sides = words.count == 3 && words[1] == "==" ? [words[0], words[2]] : []
        let field = sides.first { $0.hasPrefix("record.") }?.dropFirst("record.".count)
        guard sides.contains("actor.id"), let field, !field.isEmpty else {
            findings.error(
                .notServedYet, at: condition.mark, "only ownership is served as a condition yet",
                help: "write `when: actor.id == record.FIELD`")
            return nil
        }
        return .owner(field: condition.map { _ in String(field) })
    }

    /// `admin`, `[self, admin]`, `[self, {visibility: email}]`, or `none`.
    func access(_ node: YAMLNode?) -> Spec.AccessList {
        guard let node else { return Spec.AccessList() }
        if case .scalar("none", _) = node.content { return Spec.AccessList(at: node.span) }
        return Spec.AccessList(items(node).compactMap(grant), at: node.span)
    }

    private func grant(_ node: YAMLNode) -> Spec.AccessList.Grant? {
        guard case .mapping = node.content else { return text(node, "a role").map { .role($0) } }
        let map = MapReader(node, .grant, findings)
        let name = map?.value("visibility").flatMap { text($0, "the name of the choice") }
        return name.map { .visibility($0) }
    }

    func allow(_ node: YAMLNode?) -> Spec.Allow {
        guard let node, let map = MapReader(node, .allow, findings) else { return Spec.Allow() }
        return Spec.Allow(
            read: access(map.value("read")), list: access(map.value("list")),
            create: access(map.value("create")), update: access(map.value("update")),
            delete: access(map.value("delete")))
    }
}
