/// A well-known form of text. `IssueCode` says what each takes.
package enum TextFormat: Sendable, CaseIterable {
    case email
    case url
    case phone
    case slug
    case country
    case language
    case timezone
}

extension TextFormat {
    func accepts(_ text: String) -> Bool {
        switch self {
        case .email: EmailFormat.accepts(Array(text.utf8))
        case .url: URLFormat.accepts(Array(text.utf8))
        case .phone: Self.isPhone(Array(text.utf8))
        case .slug: Self.isSlug(Array(text.utf8))
        case .country: CountryCodes.contains(text)
        case .language: LanguageFormat.accepts(Array(text.utf8))
        case .timezone: TimeZoneNames.contains(text)
        }
    }

    var finding: Finding {
        switch self {
        case .email: Finding(.invalidEmail, "must be an e-mail address such as name@example.com")
        case .url: Finding(.invalidURL, "must be an http or https URL such as https://example.com/path")
        case .phone: Finding(.invalidPhone, "must be a telephone number such as +498912345678")
        case .slug: Finding(.invalidSlug, "must be lower-case letters and digits with single hyphens between them")
        case .country: Finding(.invalidCountry, "must be a country code of two capitals such as DE")
        case .language: Finding(.invalidLanguage, "must be a language tag such as en or pt-BR")
        case .timezone: Finding(.invalidTimezone, "must be a time zone name such as Europe/Berlin")
        }
    }

    /// E.164: a country code, which starts with no zero, and at most 15 digits in all.
    private static func isPhone(_ bytes: [UInt8]) -> Bool {
        guard bytes.first == UInt8(ascii: "+"), (8...16).contains(bytes.count) else { return false }
        return bytes[1] != UInt8(ascii: "0") && bytes[1...].allSatisfy(\.isDigit)
    }

    private static func isSlug(_ bytes: [UInt8]) -> Bool {
        bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0.isDigit || $0.isLowercase }
        }
    }
}

extension UInt8 {
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
    var isLowercase: Bool { self &- UInt8(ascii: "a") < 26 }
    var isLetter: Bool { (self | 0x20).isLowercase }
    var isAlphanumeric: Bool { isDigit || isLetter }
}
