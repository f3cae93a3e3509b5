/// The expressions under `check:` can be read, are of types that fit, and are told at a field that is there.
struct ConditionsCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        // A condition is read among the fields of its resource.
        guard spec.isWithinLimits else { return }
        for resource in spec.resources {
            for condition in resource.allConditions { self.condition(condition, resource, findings) }
            names(of: resource, findings)
        }
    }

    private func condition(_ condition: Spec.Condition, _ resource: Spec.Resource, _ findings: Findings) {
        if let message = condition.message, TextCheck.control(in: message.value, allowing: []) != nil {
            findings.error(
                .malformedValue, at: message.mark, "a message holds a control character or the end of a line",
                help: "remove it")
        }
        guard let expression = condition.compiled(in: resource, findings) else { return }
        if expression.references.isEmpty {
            findings.error(
                .expressionType, at: condition.expression.mark, "this check looks at no field",
                help: "compare a field with something, or remove the check")
        }
        guard let place = condition.place, resource.field(named: place.value)?.isInternal ?? true else { return }
        findings.error(
            .unknownField, at: place.mark, "there is no field `\(Words.shown(place.value))` that a body can name",
            help: Words.help(for: place.value, among: resource.shownFields.map(\.name.value), "the fields are"))
    }

    /// The names of a resource's checks become those of constraints, as its columns do.
    private func names(of resource: Spec.Resource, _ findings: Findings) {
        for condition in resource.conditions {
            guard
                let field = resource.fields.first(where: {
                    $0.condition != nil && $0.name.value == condition.name.value
                })
            else { continue }
            findings.error(
                .nameUsedTwice, at: condition.name.mark, "the field `\(field.name.value)` has a check of this name",
                help: "rename it, or join the two by `and`")
        }
    }
}

extension Spec.Resource {
    /// Those of fields first, each in the order of the spec.
    var allConditions: [Spec.Condition] { fields.compactMap(\.condition) + conditions }
}

extension Spec.Condition {
    func compiled(in resource: Spec.Resource, _ findings: Findings) -> TypedExpression? {
        let scope = ExpressionScope.record(resource).withoutClock(
            "a check holds as long as its record does, and the clock goes on")
        return TypedExpression.compile(expression, scope, findings)
    }
}
