/// What goes out by another way than the record's own route shows nothing that its audience may not see there: events, files
/// and figures. What comes in sets nothing that the sender may not set.
struct AudienceCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for planned in spec.planned {
            for mention in planned.mentions {
                switch mention {
                case .field(let field): self.field(field, planned, spec, findings)
                case .event(let name, let audience): event(name, audience, spec, findings)
                case .roles, .resource, .granted: break
                }
            }
        }
    }

    private func field(
        _ mention: Spec.Planned.FieldMention, _ planned: Spec.Planned, _ spec: Spec, _ findings: Findings
    ) {
        guard let audience = mention.audience,
            let resource = spec.resource(mention.resource ?? planned.resource),
            let field = resource.field(named: mention.name.value)
        else { return }
        let list = mention.use == .set ? field.write : field.read
        guard let stranger = spec.first(of: audience, without: list, field) else { return }
        let verb = mention.use == .set ? "set" : "see"
        findings.error(
            .hiddenFromAudience, at: mention.name.mark,
            "`\(planned.word.value)` would let `\(stranger.name.value)` \(verb) `\(field.name.value)`, which it may not",
            help: "remove it here, or add `\(stranger.name.value)` to its `\(mention.use == .set ? "write" : "read")`",
            notes: [Related("the field is here", at: list.span?.start ?? field.name.mark)])
    }

    /// An endpoint that is sent an event has a role, which may see less than others who hear it.
    private func event(_ name: Located<String>, _ audience: Spec.AccessList, _ spec: Spec, _ findings: Findings) {
        guard let resource = spec.resources.first(where: { $0.eventNames.contains(name.value) }) else { return }
        for case .field(let mention) in resource.planned.flatMap(\.mentions)
        where "\(resource.name.value).\(mention.entry?.value ?? "")" == name.value {
            guard let field = resource.field(named: mention.name.value),
                let stranger = spec.first(of: audience, without: field.read, field)
            else { continue }
            findings.error(
                .hiddenFromAudience, at: name.mark,
                "`\(name.value)` tells `\(field.name.value)`, which `\(stranger.name.value)` may not see",
                help: "remove it here, or add `\(stranger.name.value)` to the `read` of the field",
                notes: [Related("the event tells it here", at: mention.name.mark)])
        }
    }
}

extension Spec {
    fileprivate func resource(_ name: Located<String>?) -> Resource? {
        name.flatMap { name in resources.first { $0.name.value == name.value } }
    }

    /// The first role of an audience that may not do with a field what the list allows.
    fileprivate func first(of audience: AccessList, without list: AccessList, _ field: Field) -> Role? {
        audience.roles.lazy.compactMap { name in roles.first { $0.name.value == name.value } }
            .first { field.isInternal || !admits($0, list) }
    }
}
