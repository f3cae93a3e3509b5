/// Words that Postgres, the generated Swift or the API's own JSON and paths have taken.
struct ReservedWordsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        roles(spec, findings)
        tables(spec, findings)
        if SQLWords.reserved.contains(spec.identity.key.value) {
            reserved(spec.identity.key.value, spec.identity.key, Self.byView, findings)
        }
        for resource in spec.resources {
            if SwiftWords.spelled.contains(Naming.type(resource.name.value)) {
                findings.error(
                    .reservedWord, at: resource.name.mark,
                    "generated code has another use for `\(Naming.type(resource.name.value))`",
                    help: "use another name, such as `user_\(resource.name.value)`")
            }
            columns(resource, findings)
            members(resource, spec, findings)
        }
        for value in spec.typedValues where SwiftWords.impossible.contains(value.name.value) {
            findings.error(
                .reservedWord, at: value.name.mark, "Swift has no member of the name `\(value.name.value)`",
                help: "use another name, such as `is_\(value.name.value)`")
        }
    }

    private func roles(_ spec: Spec, _ findings: Findings) {
        let taken = [
            "none": "`none` stands for nobody in access lists", "nobody": "`nobody` is a level of visibility",
            "init": "Swift has no member of the name `init`",
            "table": "generated code has another use for `Roles.table`",
        ]
        for role in spec.roles {
            guard let reason = taken[role.name.value] else { continue }
            findings.error(.reservedWord, at: role.name.mark, reason, help: "give the role another name")
        }
    }

    private func tables(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            let parts = resource.table.value.split(separator: ".").map(String.init)
            if let word = parts.first(where: SQLWords.reserved.contains) {
                reserved(word, resource.table, "name the table otherwise", findings)
            } else if let word = parts.last, SQLWords.statementNames.contains(word) {
                findings.error(
                    .reservedWord, at: resource.table.mark, "the statements of the API have another use for `\(word)`",
                    help: "name the table otherwise")
            } else if parts.count == 2, parts[0] == "roster" || SQLWords.isSystemSchema(parts[0]) {
                findings.error(
                    .reservedWord, at: resource.table.mark, "the schema `\(parts[0])` is not for tables of a spec",
                    help: "leave the schema out, or name one of your own")
            }
        }
        for word in spec.identity.table.value.split(separator: ".").map(String.init)
        where SQLWords.reserved.contains(word) {
            reserved(word, spec.identity.table, Self.byView, findings)
        }
    }

    private static let byView = "refer to the table by a view with other names"

    private func columns(_ resource: Spec.Resource, _ findings: Findings) {
        for field in resource.fields { column(field.column, findings) }
        for section in resource.sections { column(section.name, findings) }
        if resource.onePer != nil { column(resource.key, findings) }
        for name in [resource.version, resource.timestamps.created, resource.timestamps.updated] {
            if let name { column(name, findings) }
        }
    }

    private func column(_ name: Located<String>, _ findings: Findings) {
        if SQLWords.reserved.contains(name.value) {
            reserved(name.value, name, "give the column another name: `column: \(name.value)_value`", findings)
        } else if SQLWords.systemColumns.contains(name.value) {
            findings.error(
                .reservedWord, at: name.mark, "every table of Postgres has a column `\(name.value)` of its own",
                help: "give the column another name: `column: \(name.value)_value`")
        }
    }

    private func reserved(_ word: String, _ place: Located<String>, _ help: String, _ findings: Findings) {
        findings.error(.reservedWord, at: place.mark, "Postgres reserves the word `\(word)`", help: help)
    }

    /// The own record is answered with its rights and with what belongs to it beside its fields.
    private func members(_ resource: Spec.Resource, _ spec: Spec, _ findings: Findings) {
        let parts = spec.resources.filter { $0.onePer?.value == resource.name.value }.map(\.name.value)
        let taken = Set(parts).union(["completion", "permissions", "roles"])
        for name in resource.shownFields.map(\.name) + resource.sections.map(\.name) where taken.contains(name.value) {
            findings.error(
                .reservedWord, at: name.mark, "the JSON of the own record has `\(name.value)` beside its fields",
                help: "use another name, such as `own_\(name.value)`")
        }
    }
}
