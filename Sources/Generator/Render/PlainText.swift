/// Texts that no format of the outputs has to escape.
enum PlainText {
    /// Whether no byte of the text is a control, a quote, a backslash, or one of `& < >`. Nearly every text of a spec is
    /// such a one, and is then taken as it is.
    static func holds(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return true }
            return isPlain(start, bytes.count)
        }
    }

    /// Over a pointer, and without patterns of ranges: builds run this without optimisation, where an iterator or a range
    /// costs several calls a byte.
    private static func isPlain(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var index = 0
        while index < count {
            let byte = bytes[index]
            if byte > 0x3E {
                // \ and DEL.
                if byte == 0x5C || byte == 0x7F { return false }
            } else if byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x27 || byte == 0x3C || byte == 0x3E {
                // Controls, then " & ' < >
                return false
            }
            index &+= 1
        }
        return true
    }
}
