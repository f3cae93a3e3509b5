/// Names that differ in the spec are spelled differently in Swift: `user_id` and `user__id` are both `userId`.
struct SpellingCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        members(spec.roles.map(\.name), findings)
        types(spec, findings)
        for resource in spec.resources {
            let version = resource.version.map { [$0] } ?? []
            let timestamps =
                resource.sections.isEmpty
                ? [resource.timestamps.created, resource.timestamps.updated].compactMap { $0 } : []
            let key = resource.onePer == nil ? [] : [resource.key]
            // Those of equal spelling in the spec are one column twice, which is for `ColumnsCheck`.
            members(
                key + resource.fields.map(\.name) + resource.sections.map(\.name) + timestamps + version, findings)
            for section in resource.sections { members(section.properties.map(\.name), findings) }
            choices(resource, findings)
        }
    }

    private func members(_ names: [Located<String>], _ findings: Findings) {
        var first: [String: Located<String>] = [:]
        for name in names {
            let member = Naming.member(name.value)
            guard let other = first.updateValue(first[member] ?? name, forKey: member), other.value != name.value else {
                continue
            }
            clash(name, other, spelled: member, findings)
        }
    }

    /// A resource makes the types `Profile`, `ProfilePatch` and `ProfileRules`.
    private func types(_ spec: Spec, _ findings: Findings) {
        var first: [String: Located<String>] = [:]
        for resource in spec.resources {
            let type = Naming.type(resource.name.value)
            for made in [type, type + "Patch", type + "Rules"] {
                if let other = first[made] {
                    clash(resource.name, other, spelled: made, findings)
                } else {
                    first[made] = resource.name
                }
            }
        }
    }

    /// An enum field makes a type inside of its resource's.
    private func choices(_ resource: Spec.Resource, _ findings: Findings) {
        let type = Naming.type(resource.name.value)
        var first = [type: resource.name, type + "Patch": resource.name, type + "Rules": resource.name]
        for field in resource.shownFields {
            guard case .enumeration = field.type.value else { continue }
            let made = Naming.choice(field.name.value)
            if let other = first[made] {
                clash(field.name, other, spelled: made, findings)
            } else {
                first[made] = field.name
            }
        }
    }

    private func clash(
        _ name: Located<String>, _ other: Located<String>, spelled: String, _ findings: Findings
    ) {
        findings.error(
            .nameUsedTwice, at: name.mark, "`\(name.value)` and `\(other.value)` are both `\(spelled)` in Swift",
            help: "rename one of them", notes: [Related("`\(other.value)` is here", at: other.mark)])
    }
}
