/// Why a document is not JSON that we take: a 400 with the byte where it went wrong. Carries nothing of the document.
package struct JSONError: Error, Equatable, Sendable {
    /// The place, in bytes from the start of the document.
    package let offset: Int
    package let reason: Reason

    package enum Reason: String, Sendable, CaseIterable {
        /// The document ends inside a value, or has none.
        case unexpectedEnd = "unexpected_end"
        /// A byte that cannot stand here: comments, trailing commas, single quotes, unknown literals …
        case unexpectedByte = "unexpected_byte"
        /// Something follows the one value of the document.
        case trailingBytes = "trailing_bytes"
        /// U+FEFF before the value (RFC 8259 section 8.1).
        case byteOrderMark = "byte_order_mark"
        /// Not UTF-8 (RFC 3629): overlong forms, surrogates, more than U+10FFFF, cut sequences.
        case invalidUTF8 = "invalid_utf8"
        /// A backslash with something behind it that RFC 8259 section 7 does not list.
        case invalidEscape = "invalid_escape"
        /// `\uD800`…`\uDFFF` that is not half of a pair.
        case loneSurrogate = "lone_surrogate"
        /// A control character below U+0020 in a string that is not escaped.
        case controlCharacter = "control_character"
        /// A number outside RFC 8259 section 6: leading zeros, a plus sign, no digit after the point.
        case invalidNumber = "invalid_number"
        /// One name twice in an object. Names are compared by their bytes after the escapes are undone.
        case duplicateName = "duplicate_name"
        case tooDeep = "too_deep"
        case tooLarge = "too_large"
        case tooManyMembers = "too_many_members"
        /// A value of another kind than the one that was asked for.
        case wrongKind = "wrong_kind"
    }

    package init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    /// A sentence for people, with the offset in it.
    package var message: String {
        "\(reason.words) at byte \(offset)"
    }
}

extension JSONError.Reason {
    /// What is wrong, in words for people.
    package var words: String {
        switch self {
        case .unexpectedEnd: "the document ends too early"
        case .unexpectedByte: "this character is not allowed here"
        case .trailingBytes: "something follows the end of the document"
        case .byteOrderMark: "the document starts with a byte order mark"
        case .invalidUTF8: "the text is not valid UTF-8"
        case .invalidEscape: "this escape does not exist in JSON"
        case .loneSurrogate: "half of a surrogate pair stands alone"
        case .controlCharacter: "a control character in a string must be escaped"
        case .invalidNumber: "this is not a JSON number"
        case .duplicateName: "a name stands twice in one object"
        case .tooDeep: "values are nested too deeply"
        case .tooLarge: "the document is too large"
        case .tooManyMembers: "an object has too many members"
        case .wrongKind: "the value has another type"
        }
    }
}
