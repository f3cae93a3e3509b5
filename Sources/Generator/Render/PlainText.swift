/// Texts that no format of the outputs has to escape.
enum PlainText {
    /// Whether no byte of the text is a control, a quote, a backslash, or one of `& < >`. Nearly every text of a spec is
    /// such a one, and is then taken as it is.
    static func holds(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.baseAddress.map { isPlain($0, bytes.count) } ?? true
        }
    }

    /// Over a pointer, since builds run this without optimisation, where an iterator costs several calls a byte.
    private static func isPlain(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var index = 0
        while index < count {
            switch bytes[index] {
            // Controls, then " & ' < > \ and DEL.
            case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x5C, 0x7F: return false
            default: index &+= 1
            }
        }
        return true
    }
}
