/// Turns the tree of a spec into `Spec`, and reports every word that is not the language's.
///
/// Readers give `nil` after they have reported why, so that a caller goes on with the rest and every mistake of a file is
/// found in one run.
struct SpecReader {
    let findings: Findings

    /// The only edition of the language so far.
    static let edition = 1
    static let keys = ["spec", "api", "identity", "roles", "resources", "operations"]
    static let laterKeys = [
        "custom_fields", "bulk", "invariants", "analytics", "organizations", "groups", "removed",
        "events",
        "webhooks", "scim", "exports", "imports",
    ]

    func spec(_ node: YAMLNode) -> Spec? {
        guard let map = MapReader(node, "a spec", allowed: Self.keys, later: Self.laterKeys, findings) else {
            return nil
        }
        let edition = map.required("spec", help: "begin with `spec: \(Self.edition)`").flatMap(edition)
        let api = map.required("api").flatMap(api)
        let identity = map.required("identity").flatMap(identity)
        let roles = map.required("roles").flatMap(roles)
        let resources = map.required("resources").flatMap(resources)
        let operations = operations(map.optional("operations"))
        guard let edition, let api, let identity, let roles, let resources else { return nil }
        return Spec(
            edition: edition, api: api, identity: identity, roles: roles, resources: resources, operations: operations)
    }

    private func edition(_ node: YAMLNode) -> Located<Int>? {
        guard let edition = integer(node, "the edition") else { return nil }
        if edition.value != Self.edition {
            findings.error(
                .unknownEdition, at: edition.mark, "edition \(edition.value) of the language is not known",
                help: "write `spec: \(Self.edition)`")
        }
        return edition
    }

    private func api(_ node: YAMLNode) -> Spec.API? {
        guard let map = MapReader(node, "`api`", allowed: ["name", "base", "version"], findings) else { return nil }
        let name = map.required("name").flatMap { text($0, "the name of the API") }
        let base = map.required("base", help: "write `base: /api`").flatMap { text($0, "the base path") }
        let version = map.required("version", help: "write a date, `version: 2026-11-01`").flatMap {
            text($0, "the version of the contract")
        }
        guard let name, let base, let version else { return nil }
        return Spec.API(name: name, base: base, version: version)
    }

    private func identity(_ node: YAMLNode) -> Spec.Identity? {
        guard let map = MapReader(node, "`identity`", allowed: ["table", "key", "claim"], findings) else { return nil }
        let table = map.required("table").flatMap { text($0, "the table") }
        let key = map.required("key").flatMap { text($0, "the key") }
        let claim = map.required("claim", help: "write `claim: sub`").flatMap { text($0, "the claim") }
        guard let table, let key, let claim else { return nil }
        return Spec.Identity(table: table, key: key, claim: claim)
    }

    private func resources(_ node: YAMLNode) -> [Spec.Resource]? {
        guard let entries = entries(node, "`resources`") else { return nil }
        let resources = entries.map { resource(named: $0.key, $0.value) }
        // One resource that could not be read makes every reference to it look wrong.
        return resources.contains { $0 == nil } ? nil : resources.compactMap(\.self)
    }
}
