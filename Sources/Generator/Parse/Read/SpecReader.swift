/// Turns the tree of a spec into `Spec`, and reports every word that is not the language's.
///
/// Readers give `nil` after they have reported why, so that a caller goes on with the rest and every mistake of a file is
/// found in one run.
struct SpecReader {
    let findings: Findings

    /// The only edition of the language so far.
    static let edition = 1

    func spec(_ node: YAMLNode) -> Spec? {
        guard let map = MapReader(node, .spec, findings) else { return nil }
        let edition = map.value("spec").flatMap(edition)
        let api = map.value("api").flatMap(api)
        let identity = map.value("identity").flatMap(identity)
        let roles = map.value("roles").flatMap(roles)
        let resources = map.value("resources").flatMap(resources)
        let operations = operations(map.value("operations"))
        let customFields = map.value("custom_fields").map(customFields) ?? []
        let removed = map.value("removed").map(removedResources) ?? []
        let words = planned(map)
        guard let edition, let api, let identity, let roles, var resources else { return nil }
        for custom in customFields {
            guard let place = resources.firstIndex(where: { $0.name.value == custom.resource.value }) else { continue }
            resources[place].add(custom.fields)
        }
        resources.resolveChoices()
        return Spec(
            edition: edition, api: api, identity: identity, roles: roles, resources: resources, operations: operations,
            customFields: customFields, removed: removed,
            planned: words + roles.flatMap(\.planned) + resources.flatMap(\.planned) + customFields.flatMap(\.planned),
            imports: imports(map.value("imports")))
    }

    private func edition(_ node: YAMLNode) -> Located<Int>? {
        guard let text = text(node, "the edition") else { return nil }
        if case .scalar("\(Self.edition)", isPlain: true) = node.content { return text.map { _ in Self.edition } }
        findings.error(
            .unknownEdition, at: text.mark, "there is no edition `\(Words.shown(text.value))` of the language",
            help: "write `spec: \(Self.edition)`; the version of the API is `api.version`")
        return text.map { _ in Self.edition }
    }

    private func api(_ node: YAMLNode) -> Spec.API? {
        guard let map = MapReader(node, .api, findings) else { return nil }
        let name = map.value("name").flatMap { text($0, "the name of the API") }
        let base = map.value("base").flatMap { text($0, "the base path") }
        let version = map.value("version").flatMap { text($0, "the version of the contract") }
        guard let name, let base, let version else { return nil }
        return Spec.API(name: name, base: base, version: version)
    }

    private func identity(_ node: YAMLNode) -> Spec.Identity? {
        guard let map = MapReader(node, .identity, findings) else { return nil }
        let table = map.value("table").flatMap { text($0, "the table") }
        let key = map.value("key").flatMap { text($0, "the key") }
        let claim = map.value("claim").flatMap { text($0, "the claim") }
        guard let table, let key, let claim else { return nil }
        return Spec.Identity(table: table, key: key, claim: claim)
    }

    private func resources(_ node: YAMLNode) -> [Spec.Resource]? {
        guard let entries = entries(node, "`resources`") else { return nil }
        let (first, second) = (entries.prefix(entries.count / 2), entries.dropFirst(entries.count / 2))
        let (early, late) = findings.both {
            first.map { resource(named: $0.key, $0.value) }
        } beside: { findings in
            let reader = SpecReader(findings: findings)
            return second.map { reader.resource(named: $0.key, $0.value) }
        }
        let resources = early + late
        // One resource that could not be read makes every reference to it look wrong.
        return resources.contains { $0 == nil } ? nil : resources.compactMap(\.self)
    }
}
