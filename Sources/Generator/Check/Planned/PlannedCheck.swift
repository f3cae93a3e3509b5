/// Words that are not served yet name what is there, so that they are right on the day on which they are served.
struct PlannedCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for planned in spec.planned {
            let resource = spec.resources.first { $0.name.value == planned.resource?.value }
            for mention in planned.mentions {
                switch mention {
                case .roles(let list): roles(list, spec, findings)
                case .resource(let name): self.resource(name, spec, findings)
                case .field(let mention):
                    let named = mention.resource.map { name in spec.resources.first { $0.name.value == name.value } }
                    if let resource = named ?? resource { field(mention.name, of: resource, findings) }
                case .granted(let role, _): roles(Spec.AccessList([.role(role)]), spec, findings)
                case .event(let name, _): event(name, spec, findings)
                case .everyEvent: break
                }
            }
        }
    }

    private func roles(_ list: Spec.AccessList, _ spec: Spec, _ findings: Findings) {
        let names = spec.roles.map(\.name.value)
        for role in list.roles where !names.contains(role.value) {
            findings.error(
                .unknownRole, at: role.mark, "there is no role `\(Words.shown(role.value))`",
                help: Words.help(for: role.value, among: names, "the roles are"))
        }
        for choice in list.visibilities {
            findings.error(
                .visibilityMismatch, at: choice.mark, "an owner chooses who sees a field, and nothing else",
                help: "write roles here")
        }
    }

    private func resource(_ name: Located<String>, _ spec: Spec, _ findings: Findings) {
        let names = spec.resources.map(\.name.value)
        guard !names.contains(name.value) else { return }
        findings.error(
            .unknownResource, at: name.mark, "there is no resource `\(Words.shown(name.value))`",
            help: Words.help(for: name.value, among: names, "the resources are"))
    }

    private func event(_ name: Located<String>, _ spec: Spec, _ findings: Findings) {
        let names = spec.resources.flatMap(\.eventNames)
        guard !names.contains(name.value) else { return }
        findings.error(
            .unknownEvent, at: name.mark, "there is no event `\(Words.shown(name.value))`",
            help: Words.help(for: name.value, among: names, "the events are"))
    }

    private func field(_ name: Located<String>, of resource: Spec.Resource, _ findings: Findings) {
        let names = resource.takenNames
        guard !names.contains(name.value) else { return }
        findings.error(
            .unknownField, at: name.mark, "there is no field `\(Words.shown(name.value))`",
            help: Words.help(for: name.value, among: names, "the fields are"))
    }
}
