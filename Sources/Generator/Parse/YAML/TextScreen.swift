/// Looks over the bytes of a spec before YAML does, for what must not be in it anywhere.
struct TextScreen {
    static let maximumBytes = 1 << 20

    let source: SpecSource
    let findings: Findings

    /// Whether the text may go to the YAML parser.
    func passes() -> Bool {
        guard source.bytes.count <= Self.maximumBytes else {
            findings.error(
                .tooLarge, at: .start, "a spec holds at most 1 MiB, this file has \(source.bytes.count) bytes")
            return false
        }
        guard !source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
            findings.error(
                .byteOrderMark, at: .start, "the file begins with a byte order mark",
                help: "save it as UTF-8 without a byte order mark")
            return false
        }
        guard !source.bytes.starts(with: [0xFE, 0xFF]), !source.bytes.starts(with: [0xFF, 0xFE]) else {
            findings.error(.notUTF8, at: .start, "the file is UTF-16", help: "save it as UTF-8")
            return false
        }
        // Most specs are this and no more, and what follows takes its time for each character.
        if isPlainASCII { return true }
        guard isUTF8() else { return false }
        return hasOnlyPlainCharacters()
    }

    /// Whether all bytes are visible characters of ASCII, spaces and line feeds.
    private var isPlainASCII: Bool {
        source.bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return true }
            var place = 0
            while place < bytes.count {
                let byte = start[place]
                guard byte >= 0x20 && byte < 0x7F || byte == 0x0A else { return false }
                place += 1
            }
            return true
        }
    }

    private func isUTF8() -> Bool {
        var decoder = UTF8()
        var iterator = source.bytes.makeIterator()
        var length = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): length += UTF8.width(scalar)
            case .emptyInput: return true
            case .error:
                findings.error(
                    .notUTF8, at: source.mark(ofByte: length), "this byte is not UTF-8",
                    help: "save the file as UTF-8")
                return false
            }
        }
    }

    /// One finding a line, so that a file indented with tabs is told so once for each line.
    private func hasOnlyPlainCharacters() -> Bool {
        var passes = true
        var (line, column, offset) = (1, 1, 0)
        var lineIsReported = false
        var previous: Unicode.Scalar?
        for scalar in String(decoding: source.bytes, as: UTF8.self).unicodeScalars {
            let isBareReturn = previous == "\r" && scalar != "\n"
            let fault = isBareReturn ? Self.bareReturn : Self.fault(scalar) ?? Self.falseSpace(scalar, after: previous)
            if let fault, !lineIsReported {
                let place = Mark(line: line, column: isBareReturn ? column - 1 : column, offset: offset)
                findings.error(fault.code, at: place, fault.message, help: fault.help)
                (passes, lineIsReported) = (false, true)
            }
            offset += 1
            column += 1
            if scalar == "\n" { (line, column, lineIsReported) = (line + 1, 1, false) }
            previous = scalar
        }
        return passes
    }

    private typealias Fault = (code: DiagnosticCode, message: String, help: String)

    private static let bareReturn: Fault = (
        .forbiddenCharacter, "a carriage return without a line feed", "end lines with a line feed"
    )

    private static func fault(_ scalar: Unicode.Scalar) -> Fault? {
        switch scalar.value {
        case 0x09:
            (.tab, "a tab", "write spaces; inside double quotes write `\\t`")
        case 0x0A, 0x0D, 0x20...0x7E:
            nil
        case 0x85, 0x2028, 0x2029:
            (
                .forbiddenCharacter, "\(name(scalar)) would end the line for YAML and for no editor",
                "end lines with a line feed"
            )
        case 0x202A...0x202E, 0x2066...0x2069:
            (
                .forbiddenCharacter, "\(name(scalar)) makes the text look other than it is",
                "remove it, or write it as an escape inside double quotes"
            )
        case 0x00...0x1F, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF:
            (
                .forbiddenCharacter, "the character \(name(scalar)) cannot be in a spec",
                "remove it, or write it as an escape inside double quotes"
            )
        default:
            nil
        }
    }

    /// Pages of the web and word processors have spaces that are none for YAML; they are fine inside of texts.
    private static func falseSpace(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Fault? {
        guard scalar.value == 0xA0 || (0x2000...0x200B).contains(scalar.value) || scalar.value == 0x3000,
            let previous, ":,-{[\n ".unicodeScalars.contains(previous)
        else { return nil }
        return (.forbiddenCharacter, "\(name(scalar)) looks like a space and is none for YAML", "write a space")
    }

    private static func name(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
