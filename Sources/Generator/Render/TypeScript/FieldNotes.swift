/// What the comment of a field says: its description, and the rules that no type can say.
enum FieldNotes {
    static func of(_ field: Contract.Field) -> [String] {
        notes(field.description, field.type, field.standard)
            + (field.isAutomatic ? ["Kept by the server."] : field.isImmutable ? ["Set once."] : [])
            + (field.deprecation.map { ["@deprecated \($0.sentence)"] } ?? [])
    }

    static func of(_ property: Contract.Property) -> [String] {
        notes(property.description, property.type, property.standard)
    }

    private static func notes(
        _ description: String?, _ type: Contract.FieldType, _ standard: Spec.Literal?
    ) -> [String] {
        [description, rule(type), standard.map { "Default: `\(JSONLiteral.text($0))`." }].compactMap { $0 }
    }

    private static func rule(_ type: Contract.FieldType) -> String? {
        switch type {
        case .text(let rules): text(rules)
        case .integer(let minimum, let maximum): range(minimum.map(String.init), maximum.map(String.init))
        case .decimal(_, let scale, let minimum, let maximum):
            [range(minimum, maximum), "At most \(scale) digits after the point."].compactMap { $0 }
                .joined(separator: " ")
        default: nil
        }
    }

    private static func text(_ rules: Contract.TextRules) -> String? {
        let format: String? =
            switch rules.format {
            case .line, .text: nil
            case .slug: "Lower-case words with hyphens between them."
            case .email: "An e-mail address."
            case .phone: "A phone number (E.164): `+4915112345678`."
            case .url: "An http or https URL."
            case .country: "A country (ISO 3166-1 alpha-2): `DE`."
            case .language: "A language tag (BCP 47): `pt-BR`."
            case .timezone: "A time zone (IANA): `Europe/Berlin`."
            }
        let parts = [format, length(rules), rules.pattern.map { "Matches `\($0)`." }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private static func length(_ rules: Contract.TextRules) -> String? {
        guard rules.isBounded || rules.minimum > 0 else { return nil }
        if rules.minimum == rules.maximum { return "\(rules.maximum) characters." }
        return rules.minimum > 0
            ? "\(rules.minimum) to \(rules.maximum) characters." : "At most \(rules.maximum) characters."
    }

    private static func range(_ minimum: String?, _ maximum: String?) -> String? {
        switch (minimum, maximum) {
        case (nil, nil): nil
        case (let minimum?, nil): "At least \(minimum)."
        case (nil, let maximum?): "At most \(maximum)."
        case (let minimum?, let maximum?): "\(minimum) to \(maximum)."
        }
    }
}
