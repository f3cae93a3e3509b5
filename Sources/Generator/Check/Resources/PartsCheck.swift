/// What belongs to another resource, record by record, is kept in sections; what does not is kept in fields.
struct PartsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let tops = spec.resources.filter { $0.onePer == nil }
        for resource in spec.resources {
            if let onePer = resource.onePer {
                part(resource, of: onePer, tops, findings)
            } else if let section = resource.sections.first {
                findings.error(
                    .notServedYet, at: section.name.mark,
                    "sections of a resource that is not `one_per` another are not served yet",
                    help: "add `one_per: RESOURCE`, or make them fields of `type: json`")
            }
        }
    }

    private func part(
        _ resource: Spec.Resource, of onePer: Located<String>, _ tops: [Spec.Resource], _ findings: Findings
    ) {
        if let field = resource.fields.first {
            findings.error(
                .notServedYet, at: field.name.mark, "fields of a resource that is `one_per` another are not served yet",
                help: "put them into `sections`")
        } else if resource.sections.isEmpty {
            findings.error(
                .missingKey, at: resource.name.mark, "a resource that is `one_per` another needs `sections`",
                help: "add `sections: {NAME: {KEY: {type: bool, default: true}}}`")
        }
        guard let parent = tops.first(where: { $0.name.value == onePer.value }) else {
            return findings.error(
                .unknownResource, at: onePer.mark,
                "`\(Words.shown(onePer.value))` is no resource that others can belong to",
                help: Words.help(for: onePer.value, among: tops.map(\.name.value), "these can be"))
        }
        // The part's key refers to the identity, as its parent's does, and `me` is in its paths.
        guard let key = parent.field(named: parent.key.value), key.reference == nil, key.typeIsKnown else { return }
        findings.error(
            .keyField, at: onePer.mark, "the key of `\(parent.name.value)` is not a reference to the identity",
            help: "add `ref: identity` to `\(key.name.value)`",
            notes: [Related("the key is here", at: key.name.mark)])
    }
}
