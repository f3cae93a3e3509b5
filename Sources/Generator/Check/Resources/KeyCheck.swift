/// The key of a resource names one record for ever: a `uuid` field that is required, unique and never changed.
struct KeyCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources where resource.onePer == nil {
            guard let field = resource.field(named: resource.key.value) else {
                findings.error(
                    .keyField, at: resource.key.mark, "there is no field `\(Words.shown(resource.key.value))`",
                    help: Words.help(
                        for: resource.key.value, among: resource.shownFields.map(\.name.value), "the fields are"))
                continue
            }
            guard field.typeIsKnown else { continue }
            for (problem, help) in Self.problems(of: field) {
                findings.error(
                    .keyField, at: resource.key.mark, "the key `\(resource.key.value)` \(problem)", help: help,
                    notes: [Related("the field is here", at: field.name.mark)])
            }
            if field.column.value != field.name.value {
                findings.error(
                    .notServedYet, at: field.column.mark, "a key whose column has another name is not served yet",
                    help: "remove `column`, or name the field `\(field.column.value)`")
            }
        }
    }

    private static func problems(of field: Spec.Field) -> [(String, String)] {
        var problems: [(String, String)] = []
        if field.isInternal { problems.append(("is internal", "paths name it, so remove `internal`")) }
        if field.type.value != .uuid {
            problems.append(("is no `uuid`", "write `type: uuid`, or choose another field"))
        }
        if field.isOptional { problems.append(("is optional", "remove `optional`")) }
        if field.unique?.value != .exact { problems.append(("is not unique", "add `unique: true` to the field")) }
        if !field.isImmutable { problems.append(("may change", "add `immutable: true` to the field")) }
        if field.defaultValue != nil {
            problems.append(("has a default", "remove `default`: no two records share a key"))
        }
        return problems
    }
}
