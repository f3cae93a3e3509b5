extension DiagnosticCode {
    /// What kind of mistake it is, in a few words.
    package var title: String { text.title }

    /// Why it is refused and what to write instead, in Markdown.
    package var explanation: String { text.explanation }

    private var text: (title: String, explanation: String) {
        switch rawValue {
        case ..<200: textOfYAML
        case ..<300: textOfLanguage
        case 380..<400: textOfOperations
        case 340..<360: textOfGrammar
        case 337...339: textOfTransitions
        case 321..<337: textOfTypes
        case 360..<380: textOfRelations
        case 404..<430: textOfProtection
        case 400..<450: textOfRisks
        case 500..<550: textOfMigrations
        default: textOfMeaning
        }
    }
}
