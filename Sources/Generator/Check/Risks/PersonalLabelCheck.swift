/// A figure that is grouped by personal data has it for a label, and stands in every system that figures are sent to.
struct PersonalLabelCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for planned in spec.planned {
            for case .field(let mention) in planned.mentions where mention.use == .grouped {
                let name = mention.resource ?? planned.resource
                guard let resource = spec.resources.first(where: { $0.name.value == name?.value }),
                    let field = resource.field(named: mention.name.value), let personal = field.personal
                else { continue }
                findings.error(
                    .personalLabel, at: mention.name.mark,
                    "`\(field.name.value)` is personal data, and would be a label of figures",
                    help: "group by a field that tells nothing about a person",
                    notes: [Related("it is said to be personal here", at: personal.mark)])
            }
        }
    }
}
