/// Which types are text, and how long their values may be.
extension Spec.FieldType {
    /// The most characters of a value when the spec says nothing, and the most that it may say; `nil` for other types.
    var textLimits: (usual: Int, most: Int)? {
        switch self {
        case .string: (1_000, 1_000_000)
        case .text: (100_000, 1_000_000)
        case .slug: (100, 1_000)
        // RFC 5321 section 4.5.3.1.3, less the brackets.
        case .email: (254, 254)
        // E.164: a `+` and 15 digits.
        case .phone: (16, 16)
        case .url: (2_048, 2_048)
        case .country: (2, 2)
        // RFC 5646 section 4.4.1.
        case .language: (35, 35)
        case .timezone: (64, 64)
        default: nil
        }
    }

    /// The most characters of a value under `rules`; `nil` for types whose values are short.
    func mostCharacters(_ rules: Spec.Rules) -> Int? {
        guard let limits = textLimits else { return nil }
        // A URL is ASCII, so its characters are bytes.
        return self == .url ? limits.usual / 4 : rules.length?.value.maximum ?? limits.usual
    }

    var isNumberOrTime: Bool {
        switch self {
        case .int, .decimal, .date, .time, .datetime, .duration: true
        default: false
        }
    }
}

enum IndexEntry {
    /// An entry of a B-tree holds 2,704 bytes (Postgres: BTMaxItemSize), the key of the record among them, and a character
    /// up to four. Longer values could not be stored.
    static let mostCharacters = 660
}
