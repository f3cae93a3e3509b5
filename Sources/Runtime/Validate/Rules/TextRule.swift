import Foundation

/// What a text must be, and how it is made so first: trimmed, lower-cased, composed, in this order. The rest is checked on what comes out.
package struct TextRule: Sendable {
    /// Lengths are in Unicode code points, as in Postgres's `varchar(n)`.
    package let minimum: Int
    package let maximum: Int
    /// Removes Unicode white space from both ends.
    package let trim: Bool
    package let lowercase: Bool
    /// Brings the text to normal form C.
    package let nfc: Bool
    /// Whether line feeds and tabs may stand in the text. No other control character ever may.
    package let multiline: Bool
    package let pattern: LinearPattern?
    package let format: TextFormat?
    package let nullable: Bool

    package init(
        minimum: Int = 0, maximum: Int, trim: Bool = false, lowercase: Bool = false, nfc: Bool = false,
        multiline: Bool = false, pattern: LinearPattern? = nil, format: TextFormat? = nil, nullable: Bool = false
    ) {
        precondition(minimum >= 0 && minimum <= maximum, "a text's bounds are in order")
        self.minimum = minimum
        self.maximum = maximum
        self.trim = trim
        self.lowercase = lowercase
        self.nfc = nfc
        self.multiline = multiline
        self.pattern = pattern
        self.format = format
        self.nullable = nullable
    }
}

extension TextRule {
    /// The text as it is to be stored.
    func check(_ text: String) throws(Finding) -> String {
        let text = normalised(text)
        if let control = text.unicodeScalars.first(where: isRefused) {
            throw control.value == 0 ? .nul : Finding(.controlCharacter, "must not contain control characters")
        }
        try checkLength(text.unicodeScalars.count)
        if let pattern, !pattern.matches(text) {
            throw Finding(.patternMismatch, "must match the pattern \(pattern.source)")
        }
        if let format, !format.accepts(text) { throw format.finding }
        return text
    }

    private func checkLength(_ length: Int) throws(Finding) {
        guard length >= minimum else {
            throw Finding(.tooShort, "must have at least \(minimum) characters", limit: Int64(minimum))
        }
        guard length <= maximum else {
            throw Finding(.tooLong, "must have at most \(maximum) characters", limit: Int64(maximum))
        }
    }

    private func normalised(_ original: String) -> String {
        var text = original
        if trim { text = Self.trimmed(text) }
        if lowercase { text = text.lowercased() }
        if nfc, !text.utf8.allSatisfy({ $0 < 0x80 }) { text = text.precomposedStringWithCanonicalMapping }
        return text
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    private func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: !multiline
        case 0..<0x20, 0x7F..<0xA0: true
        default: false
        }
    }
}

extension Finding {
    static let nul = Finding(.nulNotAllowed, "must not contain the character U+0000")
}
