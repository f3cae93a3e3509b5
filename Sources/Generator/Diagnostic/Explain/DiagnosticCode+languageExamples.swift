extension DiagnosticCode {
    /// 200–299: the words are not those of the language.
    var exampleOfLanguage: ExampleSpec? {
        switch self {
        case .unknownKey: .replacing("length: 1..100", with: "lenght: 1..100")
        case .missingKey: .replacing("name: {type: string, ", with: "name: {")
        case .wrongShape: .replacing("of: [active, suspended]", with: "of: active")
        case .malformedValue: .replacing("length: 1..100", with: "length: 1-100")
        case .unknownWord: .replacing("type: string", with: "type: varchar")
        case .notServedYet:
            .replacing("self: {when: actor.id == record.user_id}", with: "self: {when: actor.id != record.user_id}")
        case .unknownEdition: .replacing("spec: 1", with: "spec: 2")
        case .keyDoesNotApply: .replacing("type: string, ", with: "type: string, of: [short, long], ")
        default:
            .replacing(
                "list: {sort: [name]}", wrong: "list: {sort: [name], page: {max: 100000}}",
                right: "list: {sort: [name], page: {max: 200}}")
        }
    }
}
