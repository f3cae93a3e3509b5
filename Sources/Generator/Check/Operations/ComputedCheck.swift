/// A computed field is made of the columns of its record, of nothing else, and is only read.
struct ComputedCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for resource in spec.resources {
            for field in resource.fields {
                guard let computed = field.computed else { continue }
                refuse(field, findings)
                if case .expression(let text) = computed {
                    expression(text, field, resource, spec, findings)
                }
            }
        }
    }

    /// The expression with its type; `nil` after findings.
    static func compile(
        _ text: Located<String>, _ field: Spec.Field, _ resource: Spec.Resource, _ findings: Findings
    ) -> TypedExpression? {
        let scope = ExpressionScope.record(resource).withoutClock(
            "a computed value stays the same as long as the record does")
        return TypedExpression.compile(text, scope, expecting: ExpressionType(field.type.value), findings)
    }

    private func expression(
        _ text: Located<String>, _ field: Spec.Field, _ resource: Spec.Resource, _ spec: Spec, _ findings: Findings
    ) {
        guard let compiled = Self.compile(text, field, resource, findings) else { return }
        for reference in compiled.references where reference.root == .field {
            guard let other = resource.field(named: reference.name) else { continue }
            if other.computed != nil {
                findings.error(
                    .computedField, at: text.span, "`\(other.name.value)` is computed itself, and has no column",
                    help: "write its expression here")
            } else if !other.isInternal {
                reveals(field, other, text, spec, findings)
            }
        }
    }

    /// By roles alone. Where the owner chooses, the owner is let in, and nobody else for certain.
    private func reveals(
        _ field: Spec.Field, _ other: Spec.Field, _ text: Located<String>, _ spec: Spec, _ findings: Findings
    ) {
        var readers = Set(other.read.roles.map(\.value))
        for role in spec.roles where !other.read.visibilities.isEmpty {
            if case .owner = role.kind { readers.insert(role.name.value) }
        }
        let stranger = field.read.roles.first { !readers.contains($0.value) }
        guard let stranger, !readers.contains("anyone") else { return }
        findings.warning(
            .computedReveals, at: text.mark,
            "`\(stranger.value)` reads `\(field.name.value)`, which tells of `\(other.name.value)`, and may not read that",
            help: "let the same roles read both, if more is told than is meant")
    }

    private func refuse(_ field: Spec.Field, _ findings: Findings) {
        let name = field.name.value
        func refuse(_ place: Span?, _ word: String) {
            guard let place else { return }
            findings.error(
                .computedField, at: place, "`\(name)` is computed, and `\(word)` says nothing about it",
                help: "remove `\(word)`")
        }
        refuse(field.write.isEmpty ? nil : field.write.span, "write")
        refuse(field.filter.first?.span, "filter")
        refuse(field.sort?.span, "sort")
        refuse(field.search?.span, "search")
        refuse(field.unique?.span, "unique")
        refuse(field.reference?.span, "ref")
        refuse(field.completion?.span, "completion")
        refuse(field.defaultValue?.span, "default")
        refuse(field.validator?.span, "validate")
        refuse(field.rules.length?.span, "length")
        refuse(field.rules.minimum?.span, "min")
        refuse(field.rules.maximum?.span, "max")
        refuse(field.rules.pattern?.span, "pattern")
        refuse(field.rules.normalise.first?.span, "normalise")
        refuse(field.column.span == field.name.span ? nil : field.column.span, "column")
        refuse(field.isImmutable ? field.name.span : nil, "immutable")
        refuse(field.isInternal ? field.name.span : nil, "internal")
    }
}
