import Generator

@testable import Runtime

/// One value for one field, and what was said of it.
struct VerdictCase: Sendable {
    let form: FormUnderTest
    let field: FormUnderTest.Field
    /// Of the record that it is about.
    let key: RecordID
    let value: String
    let reader: ReaderVerdict
    /// Of what the reader made of it: the SQLSTATE of a refusal.
    var stored: String?
    /// Of the value as it came; not looked at where Postgres has no column for it, or the kind of JSON is another.
    var raw: Raw?
    /// What is wrong by the schema.
    var schema: String?
    /// What the server says of the row that it wrote.
    var answer: String?
    /// What is wrong with that by the schema of answers.
    var answerFault: String?

    enum Raw: Equatable, Sendable {
        case accepted
        case refused(String)
    }

    /// Who disagrees with the reader.
    enum Disagreement: String, CaseIterable, Sendable {
        case storeRefusesWhatWasRead, storeTakesWhatIsRefused, storeRefusesWhatIsTaken
        case schemaTakesWhatIsRefused, schemaRefusesWhatIsTaken, answerBreaksSchema
    }

    var disagreements: [Disagreement] {
        var found: [Disagreement] = []
        if reader.isAccepted, stored != nil { found.append(.storeRefusesWhatWasRead) }
        if !reader.isAccepted, raw == .accepted { found.append(.storeTakesWhatIsRefused) }
        if reader.isAccepted, let raw, raw != .accepted { found.append(.storeRefusesWhatIsTaken) }
        if !reader.isAccepted, schema == nil { found.append(.schemaTakesWhatIsRefused) }
        if reader.isAccepted, schema != nil { found.append(.schemaRefusesWhatIsTaken) }
        if answerFault != nil { found.append(.answerBreaksSchema) }
        return found
    }

    /// What a person needs to look into it.
    func description(_ disagreement: Disagreement) -> String {
        let codes = reader.codes.isEmpty ? "accepted" : reader.codes.sorted().joined(separator: ", ")
        return
            "\(disagreement): \(form.name).\(field.name) = \(value.prefix(160)); reader: \(codes); stored: \(stored ?? "fine")"
            + "; raw: \(raw.map { "\($0)" } ?? "-"); schema: \(schema ?? "fine")"
            + (answerFault.map { "; answer: \(answer?.prefix(160) ?? "none"): \($0)" } ?? "")
    }
}
