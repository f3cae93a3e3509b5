/// What values a field takes, for the few that a spec itself gives. The runtime's rules, on whose verdict clients depend,
/// are stricter in places: they know the registered countries and time zones.
struct ValueRule {
    let type: Spec.FieldType
    let rules: Spec.Rules

    typealias Fault = (message: String, help: String)

    /// Why the value is none of them; `nil` when it is one.
    func fault(of literal: Spec.Literal) -> Fault? {
        switch type {
        case .string, .text, .slug, .email, .phone, .url, .country, .language, .timezone: text(literal)
        case .int: integer(literal)
        case .decimal(let precision, let scale): decimal(literal, precision, scale)
        case .bool: if case .bool = literal { nil } else { ("is neither `true` nor `false`", "write one of them") }
        case .date: calendar(literal, "a date", "2026-11-01") { CalendarText.days($0) != nil }
        case .time: calendar(literal, "a time of day", "\"08:30\"", CalendarText.isTime)
        case .datetime:
            calendar(literal, "a date and time with its offset", "2026-11-01T08:30:00Z", CalendarText.isInstant)
        case .uuid: calendar(literal, "a UUID", "00000000-0000-0000-0000-000000000000", Self.isUUID)
        case .enumeration(let enumeration): choice(literal, enumeration.values.map(\.value))
        case .json(let shape): object(literal, shape)
        // `MapsCheck` and `InternalFieldsCheck` say that these have none.
        case .map, .serial: nil
        case .duration: duration(literal)
        case .list(let item, let isSet): list(literal, item, isSet: isSet)
        case .entries(let entries): self.entries(literal, entries)
        }
    }

    // MARK: Text

    private func text(_ literal: Spec.Literal) -> Fault? {
        guard case .string(let text) = literal else {
            return ("is not text", "put it in quotes: `default: \"\(literal.digits ?? "…")\"`")
        }
        let allowed: Set<Unicode.Scalar> = type == .text ? ["\n", "\t"] : []
        if TextCheck.control(in: text, allowing: allowed) != nil {
            return ("holds a control character or the end of a line", "remove it")
        }
        let count = text.unicodeScalars.count
        let range = (rules.length?.value.minimum ?? 0)...
        let most = rules.length?.value.maximum ?? type.textLimits?.usual ?? count
        guard range.contains(count), count <= most else {
            return ("has \(count) characters, and the field takes \(range.lowerBound) to \(most)", "write another")
        }
        if let pattern = rules.pattern, let matcher = try? LinearPattern(pattern.value), !matcher.matches(text) {
            return ("does not match the pattern", "write another, or mend the pattern")
        }
        return normal(text) ?? form(text)
    }

    private func normal(_ text: String) -> Fault? {
        let steps = rules.normalise.map(\.value)
        let scalars = text.unicodeScalars
        if steps.contains(.trim),
            [scalars.first, scalars.last].contains(where: { $0?.properties.isWhitespace ?? false })
        {
            return ("has spaces at an end, and `trim` takes them away", "remove them")
        }
        if steps.contains(.lower), text.lowercased() != text {
            return ("has capitals, and `lower` takes them away", "write it in lower case")
        }
        return nil
    }

    private func form(_ text: String) -> Fault? {
        guard let form = Self.forms[type.word], let matcher = try? LinearPattern(form.pattern) else { return nil }
        return matcher.matches(text) ? nil : ("is not \(form.name)", "write one such as `\(form.example)`")
    }

    private static let forms: [String: (name: String, pattern: String, example: String)] = [
        "slug": ("a slug", "^[a-z0-9]+(-[a-z0-9]+)*$", "first-steps"),
        "email": ("an e-mail address", "^[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)*$", "name@example.org"),
        "phone": ("a telephone number", "^\\+[1-9][0-9]{6,14}$", "+498912345678"),
        "url": ("an http or https URL", "^https?://[^/\\s]+(/[^\\s]*)?$", "https://example.org/"),
        "country": ("a country code", "^[A-Z]{2}$", "DE"),
        "language": ("a language tag", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", "pt-BR"),
        "timezone": ("a time zone", "^[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$", "Europe/Berlin"),
    ]

    // MARK: Numbers

    private func integer(_ literal: Spec.Literal) -> Fault? {
        guard case .integer(let value) = literal else { return ("is not a whole number", "write one such as `10`") }
        return outside(String(value))
    }

    private func decimal(_ literal: Spec.Literal, _ precision: Int, _ scale: Int) -> Fault? {
        guard let digits = literal.digits, let number = DecimalText(digits) else {
            return ("is not a number", "write one such as `10` or `0.5`")
        }
        guard number.fits(precision: precision, scale: scale) else {
            return ("has more than \(precision) digits, or more than \(scale) after the point", "write fewer")
        }
        return outside(digits)
    }

    private func outside(_ digits: String) -> Fault? {
        guard let number = DecimalText(digits) else { return nil }
        if let minimum = rules.minimum?.value.digits, let bound = DecimalText(minimum), number < bound {
            return ("is below `min`", "write \(minimum) or more")
        }
        if let maximum = rules.maximum?.value.digits, let bound = DecimalText(maximum), bound < number {
            return ("is above `max`", "write \(maximum) or less")
        }
        return nil
    }

    // MARK: Others

    private func calendar(
        _ literal: Spec.Literal, _ what: String, _ example: String, _ accepts: (String) -> Bool
    ) -> Fault? {
        if case .string(let text) = literal, accepts(text) { return nil }
        return ("is not \(what)", "write one such as `\(example)`")
    }

    private func choice(_ literal: Spec.Literal, _ words: [String]) -> Fault? {
        guard case .string(let word) = literal else {
            return ("is not text, as the values of an enum are", "put it in quotes, if it is one of them")
        }
        guard !words.contains(word) else { return nil }
        return ("`\(Words.shown(word))` is not among the values", Words.help(for: word, among: words, "they are"))
    }

    private func object(_ literal: Spec.Literal, _ shape: [Spec.Property]) -> Fault? {
        guard case .map(let entries) = literal else { return ("is not a map, as the shape is", "write `{KEY: VALUE}`") }
        let names = shape.map(\.name.value)
        if let stranger = entries.first(where: { !names.contains($0.key) }) {
            let key = Words.shown(stranger.key)
            return ("has a key `\(key)` that the shape has not", Words.help(for: stranger.key, among: names, "it has"))
        }
        for property in shape {
            guard let entry = entries.first(where: { $0.key == property.name.value }) else {
                if property.isOptional { continue }
                return ("lacks `\(property.name.value)`, which the shape requires", "add it")
            }
            let rule = ValueRule(type: property.type.value, rules: property.rules)
            if let fault = rule.fault(of: entry.value) {
                return ("at `\(entry.key)` \(fault.message)", fault.help)
            }
        }
        return nil
    }

    static func isUUID(_ text: String) -> Bool {
        (try? LinearPattern("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"))?.matches(text) ?? false
    }
}
