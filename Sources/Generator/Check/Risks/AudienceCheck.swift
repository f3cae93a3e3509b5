/// What goes out by another way than the record's own route shows nothing that its audience may not see there: events, files
/// and figures. What comes in sets nothing that the sender may not set.
struct AudienceCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for planned in spec.planned {
            for mention in planned.mentions {
                switch mention {
                case .field(let field): self.field(field, planned, spec, findings)
                case .event(let name, let audience): event(name, audience, spec, findings)
                case .everyEvent(let audience): everyEvent(audience, spec, findings)
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
        for shown in spec.fieldsOfEvents(to: audience) where shown.event == name.value {
            findings.error(
                .hiddenFromAudience, at: name.mark,
                "`\(name.value)` tells `\(shown.field.name.value)`, which `\(shown.stranger.value)` may not see",
                help: "remove it here, or add `\(shown.stranger.value)` to the `read` of the field",
                notes: [Related("the event tells it here", at: shown.mention.mark)])
        }
    }

    /// Where no events are named, all are sent.
    private func everyEvent(_ audience: Spec.AccessList, _ spec: Spec, _ findings: Findings) {
        for shown in spec.fieldsOfEvents(to: audience) {
            findings.error(
                .hiddenFromAudience, at: shown.stranger.mark,
                "`\(shown.stranger.value)` is sent all events, and `\(shown.event)` tells `\(shown.field.name.value)`, "
                    + "which it may not see",
                help: "name the others under `events`, or add `\(shown.stranger.value)` to the `read` of the field",
                notes: [Related("the event tells it here", at: shown.mention.mark)])
        }
    }
}

/// A field that an event shows to a role which may not see it.
private struct ShownField {
    /// `RESOURCE.EVENT`
    let event: String
    let field: Spec.Field
    let mention: Located<String>
    /// As the audience names it.
    let stranger: Located<String>
}

extension Spec {
    fileprivate func resource(_ name: Located<String>?) -> Resource? {
        name.flatMap { name in resources.first { $0.name.value == name.value } }
    }

    fileprivate func fieldsOfEvents(to audience: AccessList) -> [ShownField] {
        resources.flatMap { resource in
            resource.planned.filter { $0.word.value == "events" }.flatMap(\.mentions).compactMap { mention in
                guard case .field(let mention) = mention, let field = resource.field(named: mention.name.value),
                    let stranger = first(of: audience, without: field.read, field),
                    let name = audience.roles.first(where: { $0.value == stranger.name.value })
                else { return nil }
                let event = "\(resource.name.value).\(mention.entry?.value ?? "")"
                return ShownField(event: event, field: field, mention: mention.name, stranger: name)
            }
        }
    }

    /// The first role of an audience that may not do with a field what the list allows.
    fileprivate func first(of audience: AccessList, without list: AccessList, _ field: Field) -> Role? {
        audience.roles.lazy.compactMap { name in roles.first { $0.name.value == name.value } }
            .first { field.isInternal || !admits($0, list) }
    }
}
