extension Spec {
    /// One section of a settings resource: a `JSONB` column with typed keys; other keys are refused.
    package struct Section: Equatable, Sendable {
        package var name: Located<String>
        package var properties: [Property]
    }

    /// One key of a section, or of the shape of a `json` value.
    package struct Property: Equatable, Sendable {
        package var name: Located<String>
        package var description: Located<String>?
        package var type: Located<FieldType>
        package var isOptional: Bool
        package var defaultValue: Located<Literal>?
        package var rules: Rules
        /// `gates: directory`: what a `false` here takes the owner out of. Only for the keys of a section.
        package var gates: Located<Gate>?
    }

    package enum Gate: String, CaseIterable, Equatable, Sendable {
        case directory
    }
}
