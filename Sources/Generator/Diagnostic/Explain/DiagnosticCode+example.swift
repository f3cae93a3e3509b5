extension DiagnosticCode {
    /// A spec about which this is said, and how it is right. `nil` for what no small spec shows: one that is too large, and
    /// what is said about files beside the spec.
    package var example: ExampleSpec? {
        switch rawValue {
        case ..<200: exampleOfYAML
        case ..<300: exampleOfLanguage
        case 337...339: exampleOfTransitions
        case 321...325: exampleOfExpressions
        case 340..<360: exampleOfGrammar
        case 360..<380: exampleOfRelations
        case 380..<400: exampleOfOperations
        case ..<400: exampleOfMeaning
        case 404..<430: exampleOfProtection
        case ..<450: exampleOfRisks
        default: nil
        }
    }
}
