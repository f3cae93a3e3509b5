/// What fields, settings and the values of a shape have in common.
protocol TypedValue {
    var name: Located<String> { get }
    var description: Located<String>? { get }
    var type: Located<Spec.FieldType> { get }
    var isOptional: Bool { get }
    var defaultValue: Located<Spec.Literal>? { get }
    var rules: Spec.Rules { get }
}

extension Spec.Field: TypedValue {}
extension Spec.Property: TypedValue {}

extension TypedValue {
    /// Whether the type could be read. The reader puts a stand-in at the place of the name where it could not; a check
    /// that looks at types has nothing to say about it.
    var typeIsKnown: Bool { type.span != name.span }
}

extension Spec {
    /// Every value that has a type, those inside of shapes too, in the order of the spec.
    var typedValues: [any TypedValue] {
        var values: [any TypedValue] = []
        for resource in resources {
            for field in resource.fields { Self.append(field, to: &values) }
            for section in resource.sections {
                for property in section.properties { Self.append(property, to: &values) }
            }
        }
        for operation in operations {
            for property in operation.input { Self.append(property, to: &values) }
            for property in operation.output?.properties ?? [] { Self.append(property, to: &values) }
        }
        return values
    }

    private static func append(_ value: any TypedValue, to values: inout [any TypedValue]) {
        values.append(value)
        switch value.type.value {
        case .json(let shape): for property in shape { append(property, to: &values) }
        case .list(let item, _): append(item, to: &values)
        case .entries(let entries): append(entries.value, to: &values)
        default: break
        }
    }
}

extension Spec.Resource {
    /// The fields that stand in the JSON.
    var shownFields: [Spec.Field] { fields.filter { !$0.isInternal } }

    func field(named name: String) -> Spec.Field? { fields.first { $0.name.value == name } }

    /// Whether a record is known by somebody's identity.
    var keyIsIdentity: Bool { onePer != nil || field(named: key.value)?.reference?.value == .identity }
}

extension Spec {
    /// Whether the spec is small enough for checks that look at the contract or compare each thing with each other.
    /// `LimitsCheck` reports what is too many.
    var isWithinLimits: Bool {
        roles.count <= LimitsCheck.roles && resources.count <= LimitsCheck.resources
            && resources.allSatisfy { $0.fields.count + $0.sections.count <= LimitsCheck.fields }
    }
}
