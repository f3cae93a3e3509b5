/// Owners choose from levels that are roles, for fields that there are, in a setting that is theirs.
struct VisibilityCheck: Check {
    /// Who is in an organization of the owner's, which no role says.
    private static let organization = "organization"

    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            guard let visibility = resource.visibility else { continue }
            levels(visibility, spec, findings)
            for choice in visibility.defaults { self.choice(choice, visibility, resource, findings) }
            setting(visibility, resource, spec, findings)
        }
    }

    private func levels(_ visibility: Spec.Visibility, _ spec: Spec, _ findings: Findings) {
        let names = ["nobody"] + spec.roles.map(\.name.value)
        let known = Set(names)
        var first: [String: Mark] = [:]
        for level in visibility.levels {
            if level.value == Self.organization, !known.contains(level.value) {
                findings.error(
                    .notServedYet, at: level.mark, "the level `organization` is not served yet",
                    help: "remove it for now")
            } else if !known.contains(level.value) {
                findings.error(
                    .unknownRole, at: level.mark,
                    "a level is a role or `nobody`, and `\(Words.shown(level.value))` is neither",
                    help: Words.help(for: level.value, among: names + [Self.organization], "write one of"))
            }
            if let other = first.updateValue(level.mark, forKey: level.value) {
                findings.error(
                    .nameUsedTwice, at: level.mark, "the level `\(Words.shown(level.value))` is here twice",
                    help: "remove one of them", notes: [Related("the other is here", at: other)])
            }
        }
    }

    private func choice(
        _ choice: Spec.Visibility.Default, _ visibility: Spec.Visibility, _ resource: Spec.Resource,
        _ findings: Findings
    ) {
        let levels = visibility.levels.map(\.value)
        if !levels.contains(choice.level.value) {
            findings.error(
                .visibilityMismatch, at: choice.level.mark,
                "`\(Words.shown(choice.level.value))` is not among `levels`",
                help: Words.help(for: choice.level.value, among: levels, "the levels are"),
                notes: visibility.levels.first.map { [Related("the levels are here", at: $0.mark)] } ?? [])
        }
        let name = Words.shown(choice.field.value)
        let names = resource.shownFields.map(\.name.value)
        guard names.contains(choice.field.value) else {
            return findings.error(
                .unknownField, at: choice.field.mark, "the resource shows no field `\(name)`",
                help: Words.help(for: choice.field.value, among: names, "its fields are"))
        }
        let isUsed = resource.fields.contains { $0.read.visibilities.contains { $0.value == choice.field.value } }
        // A choice of a name that is not declared is probably this one.
        let declared = visibility.defaults.map(\.field.value)
        let isUnclear = resource.fields.contains { field in
            field.read.visibilities.contains { !declared.contains($0.value) }
        }
        guard !isUsed, !isUnclear else { return }
        findings.error(
            .visibilityMismatch, at: choice.field.mark, "the choice for `\(name)` rules no field",
            help: "write `{visibility: \(name)}` among the readers of `\(name)`, or remove it here",
            notes: resource.field(named: choice.field.value).map { field in
                [Related("the field is here", at: field.read.span?.start ?? field.name.mark)]
            } ?? [])
    }

    private func setting(
        _ visibility: Spec.Visibility, _ resource: Spec.Resource, _ spec: Spec, _ findings: Findings
    ) {
        let place = visibility.setting
        if !spec.roles.contains(where: { if case .owner = $0.kind { true } else { false } }) {
            findings.error(
                .visibilityMismatch, at: place.section.mark, "owners choose here, and no role is an owner",
                help: "add a role: `self: {when: actor.id == record.\(resource.key.value)}`")
        }
        let parts = spec.resources.filter { $0.onePer?.value == resource.name.value }
        let sections = parts.flatMap(\.sections)
        // A part of a resource that is not there is probably this one's.
        let names = spec.resources.map(\.name.value)
        guard !spec.resources.contains(where: { $0.onePer.map { !names.contains($0.value) } ?? false }) else { return }
        guard let section = sections.first(where: { $0.name.value == place.section.value }) else {
            return findings.error(
                .visibilityMismatch, at: place.section.mark,
                "no resource that is `one_per: \(resource.name.value)` has a section `\(Words.shown(place.section.value))`",
                help: sections.isEmpty
                    ? "add a resource with `one_per: \(resource.name.value)` and `sections`"
                    : Words.help(for: place.section.value, among: sections.map(\.name.value), "its sections are"))
        }
        guard let key = section.properties.first(where: { $0.name.value == place.key.value }) else {
            return findings.error(
                .visibilityMismatch, at: place.key.mark,
                "the section `\(section.name.value)` has no setting `\(Words.shown(place.key.value))`",
                help: Words.help(for: place.key.value, among: section.properties.map(\.name.value), "its settings are"),
                notes: [Related("the section is here", at: section.name.mark)])
        }
        if !holdsChoices(key.type.value, of: resource), key.typeIsKnown {
            findings.error(
                .visibilityMismatch, at: key.type.mark,
                "the choices of `\(resource.name.value)` are kept here, in a map of its levels",
                help: "write `{type: map, keys: \(resource.name.value).visibility, of: "
                    + "\(resource.name.value).visibility.levels}`",
                notes: [Related("they are said to be kept here", at: place.section.mark)])
        }
    }

    private func holdsChoices(_ type: Spec.FieldType, of resource: Spec.Resource) -> Bool {
        guard case .map(let map) = type, case .visibilityFields(let keys) = map.keys,
            case .visibilityLevels(let values) = map.values
        else { return false }
        return keys.value == resource.name.value && values.value == resource.name.value
    }
}
