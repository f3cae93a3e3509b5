/// What a stored value of a section must be to be shown. Anything else, which no road of ours can have stored, counts as not
/// set.
package enum StoredKind: Sendable {
    case bool, number, string, object, array
    /// One of these words.
    case choice(of: [StaticString])
    /// One of these words, from the strictest. Another value counts as the first of them, as it does where a mask is made
    /// of it (`Row.audience`).
    case level(of: [StaticString])

    /// Whether a JSON value, as `jsonb` spells it, is of this kind.
    func admits(_ value: UnsafeRawBufferPointer) -> Bool {
        switch self {
        case .bool: value.first == UInt8(ascii: "t") || value.first == UInt8(ascii: "f")
        case .number: value.first == UInt8(ascii: "-") || value.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
        case .string: value.first == UInt8(ascii: "\"")
        case .array: value.first == UInt8(ascii: "[")
        case .object: value.first == UInt8(ascii: "{")
        case .choice(let words), .level(let words): words.contains { Self.spells(value, $0) }
        }
    }

    /// What stands for a value that is not admitted, where that is not the default.
    var substitute: StaticString? {
        if case .level(let words) = self { words.first } else { nil }
    }

    private static func spells(_ value: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard value.count == length + 2, value.first == UInt8(ascii: "\"") else { return false }
        return word.withUTF8Buffer { value[1...length].elementsEqual($0) }
    }
}
