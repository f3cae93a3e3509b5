/// A record can be made: every field that it must have is one that somebody can give.
struct CreationCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources where resource.onePer == nil && !resource.allow.create.isEmpty {
            for field in resource.shownFields where isImpossible(field) {
                findings.error(
                    .contradiction, at: field.name.mark,
                    "`\(field.name.value)` is required and nobody writes it, so no record can be made",
                    help: "add `write: ROLE`, `immutable: true`, `default: …` or `optional: true`")
            }
        }
    }

    private func isImpossible(_ field: Spec.Field) -> Bool {
        !field.isOptional && field.defaultValue == nil && field.write.isEmpty && !field.isImmutable
            && field.type.value != .serial && field.typeIsKnown
    }
}
