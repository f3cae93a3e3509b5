/// At most so many fields, roles and resources as the bit sets of the runtime have room for.
struct LimitsCheck: Check {
    /// A `RoleSet` has 32 bits, and cache keys put the part of a record that is shown into the upper eight.
    static let roles = 24
    /// Of one resource, its sections and timestamps among them: a `FieldMask` has 64 bits.
    static let fields = 64
    /// A resource's place is a byte of the cache key.
    static let resources = 256
    /// Of one enum: each is a case of a Swift enum and a word of a CHECK.
    static let enumerationValues = 1_000

    func run(_ spec: Spec, _ findings: Findings) {
        if spec.roles.count > Self.roles {
            findings.error(
                .tooManyFields, at: spec.roles[Self.roles].name.mark, "a spec has at most \(Self.roles) roles",
                help: "let the authentication layer grant several of them by one word")
        }
        if spec.resources.count > Self.resources {
            findings.error(
                .tooManyFields, at: spec.resources[Self.resources].name.mark,
                "a spec has at most \(Self.resources) resources", help: "make a second API of what comes after")
        }
        for resource in spec.resources {
            fields(of: resource, findings)
            let former = resource.fields.flatMap(\.formerNames)
            guard former.count > Self.fields else { continue }
            findings.error(
                .tooManyFields, at: former[Self.fields].name.mark,
                "the fields of a resource have at most \(Self.fields) former names, and this is one more",
                help: "remove those whose sunset is over, and keep the column by `column`")
        }
        for value in spec.typedValues { values(of: value, findings) }
    }

    private func fields(of resource: Spec.Resource, _ findings: Findings) {
        var names = resource.shownFields.map(\.name) + resource.sections.map(\.name)
        if resource.sections.isEmpty {
            names += [resource.timestamps.created, resource.timestamps.updated].compactMap { $0 }
        }
        guard names.count > Self.fields else { return }
        findings.error(
            .tooManyFields, at: names[Self.fields].mark,
            "a resource has at most \(Self.fields) fields, its timestamps among them, and this is one more",
            help: "gather some in a `json` field with a `shape`, or make a resource of their own")
    }

    private func values(of value: any TypedValue, _ findings: Findings) {
        guard case .enumeration(let enumeration) = value.type.value else { return }
        guard enumeration.values.count > Self.enumerationValues else { return }
        findings.error(
            .tooManyFields, at: enumeration.values[Self.enumerationValues].mark,
            "an enum has at most \(Self.enumerationValues) values", help: "use `type: slug`, or a table of their own")
    }
}
