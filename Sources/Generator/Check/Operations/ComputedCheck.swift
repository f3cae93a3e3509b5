/// A computed field is made of columns of its record, of nothing else, and is only read.
struct ComputedCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        // An expression is read among the fields of its resource.
        guard spec.isWithinLimits else { return }
        for resource in spec.resources where resource.fields.contains(where: { $0.computed != nil }) {
            for field in resource.fields {
                if let computed = field.computed {
                    refuse(field, findings)
                    inputs(computed, of: field, resource, findings)
                } else {
                    uses(in: field.condition, resource, findings)
                }
            }
            for condition in resource.conditions { uses(in: condition, resource, findings) }
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

    private func inputs(
        _ computed: Spec.Computed, of field: Spec.Field, _ resource: Spec.Resource, _ findings: Findings
    ) {
        switch computed {
        case .expression(let text):
            guard let compiled = Self.compile(text, field, resource, findings) else { return }
            for name in compiled.fieldNames where resource.field(named: name)?.computed != nil {
                findings.error(
                    .computedField, at: text.span, "`\(name)` is computed itself, and has no column",
                    help: "write its expression here")
            }
        case .function(let function):
            for argument in function.arguments { self.argument(argument, resource, findings) }
        }
    }

    private func argument(_ name: Located<String>, _ resource: Spec.Resource, _ findings: Findings) {
        let times = [resource.timestamps.created?.value, resource.timestamps.updated?.value]
        if times.contains(name.value) { return }
        guard let field = resource.field(named: name.value) else {
            let names = resource.shownFields.filter { $0.computed == nil }.map(\.name.value)
            return findings.error(
                .unknownField, at: name.span, "there is no field `\(Words.shown(name.value))`",
                help: Words.help(for: name.value, among: names, "the fields are"))
        }
        if field.computed != nil || field.isInternal {
            findings.error(
                .computedField, at: name.span,
                "`\(name.value)` is \(field.isInternal ? "internal" : "computed itself"), and no function is given it",
                help: "remove it")
        }
    }

    /// What is stored depends on nothing that is not.
    private func uses(in condition: Spec.Condition?, _ resource: Spec.Resource, _ findings: Findings) {
        guard let condition else { return }
        // What else is wrong with it, another check says.
        let silent = Findings(SpecSource(path: "", bytes: []))
        for name in condition.compiled(in: resource, silent)?.fieldNames ?? [] {
            guard resource.field(named: name)?.computed != nil else { continue }
            findings.error(
                .computedField, at: condition.expression.span, "`\(name)` is computed, and a check is of columns",
                help: "write the expression of `\(name)` in its place")
        }
    }

    private func refuse(_ field: Spec.Field, _ findings: Findings) {
        let name = field.name.value
        let uses: [(place: Span?, word: String)] = [
            (field.write.isEmpty ? nil : field.write.span, "write"), (field.filter.first?.span, "filter"),
            (field.sort?.span, "sort"), (field.search?.span, "search"), (field.unique?.span, "unique"),
            (field.reference?.span, "ref"), (field.completion?.span, "completion"),
            (field.defaultValue?.span, "default"), (field.validator?.span, "validate"),
            (field.condition?.expression.span, "check"), (field.erasure?.action.span, "erase"),
            (field.rules.length?.span, "length"), (field.rules.minimum?.span, "min"),
            (field.rules.maximum?.span, "max"), (field.rules.pattern?.span, "pattern"),
            (field.rules.normalise.first?.span, "normalise"),
            (field.column.span == field.name.span ? nil : field.column.span, "column"),
            (field.isImmutable ? field.name.span : nil, "immutable"),
            (field.isInternal ? field.name.span : nil, "internal"),
        ]
        for use in uses {
            guard let place = use.place else { continue }
            findings.error(
                .computedField, at: place, "`\(name)` is computed, and `\(use.word)` says nothing about it",
                help: "remove `\(use.word)`")
        }
    }
}

extension TypedExpression {
    /// The fields of the record that it looks at, each once.
    var fieldNames: [String] {
        var seen: Set<String> = []
        return references.filter { $0.root == .field && seen.insert($0.name).inserted }.map(\.name)
    }
}
