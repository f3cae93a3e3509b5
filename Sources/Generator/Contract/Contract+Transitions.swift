extension Contract {
    /// Which value of an enum a body may set after which.
    package struct Transitions: Equatable, Sendable {
        package struct Step: Equatable, Sendable {
            package var from: String
            package var to: [String]
        }

        /// The values that the body which makes a record may set, in the order of the enum; empty when it may set any.
        package var initial: [String]
        /// In the order of the enum, without the values that nothing follows.
        package var steps: [Step]

        /// Each step as a pair.
        package var pairs: [(from: String, to: String)] {
            steps.flatMap { step in step.to.map { (step.from, $0) } }
        }
    }
}

extension Contract.Transitions {
    /// - Parameter standard: the default of the field.
    init?(_ enumeration: Spec.Enumeration, standard: Spec.Literal?) {
        guard let transitions = enumeration.transitions else { return nil }
        let values = enumeration.values.map(\.value)
        var begins = enumeration.initial.map(\.value)
        if case .string(let state)? = standard { begins.append(state) }
        initial = begins.isEmpty ? [] : values.filter(begins.contains)
        if initial.count == values.count { initial = [] }
        steps = values.compactMap { value in
            let next = transitions.filter { $0.from.value == value }.flatMap { $0.to.map(\.value) }
            let ordered = values.filter(next.contains)
            return ordered.isEmpty ? nil : Step(from: value, to: ordered)
        }
    }
}

extension Contract.Resource {
    /// The fields whose values follow one another by `transitions:`.
    var stepped: [(field: Contract.Field, transitions: Contract.Transitions)] {
        fields.compactMap { field in
            guard field.isUpdatable, let transitions = field.transitions else { return nil }
            return (field, transitions)
        }
    }
}
