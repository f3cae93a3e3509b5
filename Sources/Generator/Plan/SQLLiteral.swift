/// Values of the spec as SQL text. Identifiers are never made here: the checker admits only plain ones.
enum SQLLiteral {
    static func quoted(_ text: String) -> String {
        var quoted = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" { quoted += "'" }
            quoted.unicodeScalars.append(scalar)
        }
        // standard_conforming_strings is on since Postgres 9.1, so a backslash is itself.
        return quoted + "'"
    }

    /// A default of a field of `type`.
    static func text(_ literal: Spec.Literal, _ type: Contract.FieldType) -> String {
        switch literal {
        case .string(let text): quoted(text)
        case .integer(let value): String(value)
        case .decimal(let digits): digits
        case .bool(let value): value ? "true" : "false"
        case .list, .map: quoted(JSONLiteral.text(literal)) + "::jsonb"
        }
    }
}
