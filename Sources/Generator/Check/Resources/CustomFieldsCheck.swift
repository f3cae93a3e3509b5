/// Custom fields belong to a resource that is there, and take no name that it has.
struct CustomFieldsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for custom in spec.customFields {
            guard let resource = spec.resources.first(where: { $0.name.value == custom.resource.value }) else {
                findings.error(
                    .unknownResource, at: custom.resource.mark,
                    "there is no resource `\(Words.shown(custom.resource.value))`",
                    help: Words.help(
                        for: custom.resource.value, among: spec.resources.map(\.name.value), "the resources are"))
                continue
            }
            for field in custom.fields where !resource.fields.contains(where: { $0.name.span == field.name.span }) {
                findings.error(
                    .customFieldClash, at: field.name.mark,
                    "`\(Words.shown(field.name.value))` is already in `\(resource.name.value)`",
                    help: "rename the custom field, or remove it")
            }
        }
    }
}
